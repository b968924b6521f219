import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { hours, minutes } from '../core/duration.ts';
import { ALWAYS_OPEN, isOpen } from '../core/schedule.ts';
import { ConfigError } from './configError.ts';
import { parseContactCenter, readContactCenterFile } from './contactCenterFile.ts';

const DEMO = fileURLToPath(new URL('../../../config/demo-contact-center.json', import.meta.url));
const organization = { name: 'Example', timeZone: 'Europe/Berlin' };
const least = { organization, queues: [{ name: 'Support' }] };

function problemsOf(file: unknown, env = {}): readonly string[] {
    try {
        parseContactCenter(file, 'the file', env);
    } catch (error) {
        if (error instanceof ConfigError) return error.problems;
        throw error;
    }
    return [];
}

describe('the first-run file', () => {
    it('of the demo can be used', async () => {
        const demo = await readContactCenterFile(DEMO);
        expect(demo.queues.map(({ name, restricted }) => [name, restricted])).toEqual([
            ['Support', false],
            ['Credit & Title', true],
        ]);
        expect(demo.mailboxes.map(({ address, queue }) => [address, queue])).toEqual([
            ['support@example.com', 'Support'],
            ['title@example.com', 'Credit & Title'],
        ]);
        expect(
            demo.agents.filter(({ queues }) => queues.some(({ queue }) => queue === 'Support')),
        ).toHaveLength(5);
        expect(demo.agents.map((agent) => agent.reportsTo)).toEqual(['mara', 'mara', 'mara', null, null]);
    });

    it('has content rules, by the names of what they use', () => {
        const rule = (part: object) => ({
            ...least,
            contentRules: [{ name: 'Invoices', then: { priority: 'high' }, ...part }],
        });
        const when = [
            { field: 'subject', values: 'invoice*' },
            { field: 'kind', not: true, values: ['list', 'bulk'] },
        ];
        const then = { queue: 'Support', acknowledgement: 'none', tags: ['Money'] };
        expect(parseContactCenter(rule({ when, then }), 'x').contentRules).toEqual([
            {
                name: 'Invoices',
                active: true,
                stops: false,
                conditions: [
                    { field: 'subject', operator: 'contains', not: false, name: null, values: ['invoice*'] },
                    { field: 'kind', operator: 'is', not: true, name: null, values: ['list', 'bulk'] },
                ],
                queue: 'Support',
                actions: {
                    priority: null,
                    skills: [],
                    tags: ['Money'],
                    acknowledgement: { kind: 'none' },
                    spam: false,
                },
            },
        ]);
        expect(problemsOf(rule({ then: { queue: 'Sales', skills: ['Welsh'] } }))).toEqual([
            'contentRules[0].then.queue: no queue "Sales"; there are "Support".',
            'contentRules[0].then.skills: no agent has the skill "Welsh".',
        ]);
        expect(problemsOf(rule({ then: {} }))).toEqual([
            'contentRules[0]: The rule does nothing. Choose at least one thing that it does.',
        ]);
        expect(problemsOf(rule({ when: [{ field: 'kind', values: 'robot' }] }))[0]).toContain(
            '“robot” is none of them',
        );
    });

    it('takes the defaults of the policies', () => {
        const [support] = parseContactCenter(least, 'x').queues;
        expect(support).toMatchObject({
            restricted: false,
            openingHours: ALWAYS_OPEN,
            holdFor: hours(16),
            holdMode: 'wall_clock',
            emailRingFor: minutes(1),
            wrapUpLimit: null,
            acknowledgement: 'We have received your email and will reply shortly.',
        });
    });

    it('reads service targets, with what a priority has of its own and when they warn', () => {
        const targets = (serviceTargets: object) =>
            parseContactCenter({ organization, queues: [{ name: 'Support', serviceTargets }] }, 'x').queues[0]
                ?.serviceTargets;
        expect(parseContactCenter(least, 'x').queues[0]?.serviceTargets).toBeNull();
        expect(targets({})).toBeNull();
        expect(
            targets({ firstReply: '4h', byPriority: { urgent: { firstReply: '30m' } }, warnAt: '10m' }),
        ).toEqual({
            all: { firstReply: hours(4), nextReply: null, resolution: null },
            byPriority: { urgent: { firstReply: minutes(30), nextReply: null, resolution: null } },
            warnBy: 'before',
            warnPercent: 75,
            warnBefore: minutes(10),
        });
        expect(targets({ resolution: '2d', warnAt: '50%' })).toMatchObject({
            warnBy: 'percent',
            warnPercent: 50,
        });
    });

    it.each([
        [{ firstReply: '1h', warnAt: '1h' }, /must come before the target/],
        [{ firstReply: '1h', warnAt: 'soon' }, /share of the time/],
        [{ firstReply: '30s' }, /under a minute/],
        [{ byPriority: { vip: { firstReply: '1h' } } }, /vip/],
    ])('says what is wrong with the targets %j', (serviceTargets, said) => {
        const problems = problemsOf({ organization, queues: [{ name: 'Support', serviceTargets }] });
        expect(problems).toHaveLength(1);
        expect(problems[0]).toMatch(said);
        expect(problems[0]).toContain('queues[0].serviceTargets');
    });

    it('reads durations and hours as people write them', () => {
        const made = parseContactCenter(
            {
                organization,
                queues: [
                    {
                        name: 'Support',
                        holdFor: '500ms',
                        wrapUpLimit: '2m',
                        openingHours: {
                            weekly: { monday: ['09:00-12:00', { from: '13:00', to: '17:00' }] },
                            exceptions: [{ date: '2027-01-04', name: 'Stocktaking' }],
                        },
                    },
                ],
            },
            'x',
        ).queues[0];
        expect(made).toMatchObject({ holdFor: 500, wrapUpLimit: minutes(2) });
        const hoursOfQueue = made?.openingHours ?? ALWAYS_OPEN;
        expect(hoursOfQueue.timeZone).toBe('Europe/Berlin');
        expect(isOpen(hoursOfQueue, Date.parse('2027-01-11T08:00:00Z'))).toBe(true);
        expect(isOpen(hoursOfQueue, Date.parse('2027-01-11T11:30:00Z'))).toBe(false);
        expect(isOpen(hoursOfQueue, Date.parse('2027-01-04T08:00:00Z'))).toBe(false);
    });

    it("gives an agent the organization's zone, and their hours their own", () => {
        const week = { weekly: { monday: ['09:00-17:00'] } };
        const names = { firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com' };
        const { agents } = parseContactCenter(
            {
                ...least,
                agents: [
                    { username: 'a', ...names, workingHours: week },
                    { username: 'b', ...names, workingHours: week, timeZone: 'Europe/Lisbon' },
                    { username: 'c', ...names },
                ],
            },
            'x',
        );
        expect(agents.map((agent) => [agent.timeZone, agent.workingHours?.timeZone])).toEqual([
            ['Europe/Berlin', 'Europe/Berlin'],
            ['Europe/Lisbon', 'Europe/Lisbon'],
            ['Europe/Berlin', undefined],
        ]);
    });
});

describe('what is wrong in the first-run file', () => {
    it('is named by its place, all at once, with what to write', () => {
        expect(
            problemsOf({
                organization: { name: 'Example', timeZone: 'Berlin' },
                queues: [{ name: 'Support', holdFor: '16 hours', ringTime: '1m' }],
                mailboxes: [{ address: 'support', displayName: 'S', queue: 'Support', kind: 'intake' }],
            }),
        ).toEqual([
            'organization.timeZone: unknown time zone; use a name such as "Europe/Berlin".',
            'queues[0].holdFor: "16 hours" is no duration; write one such as "16h", "2m" or "500ms".',
            expect.stringMatching(/^queues\[0\]: .*ringTime/),
            'mailboxes[0].address: write an e-mail address.',
        ]);
    });

    it.each(['0s', '0ms', '-1s', 'soon'])('%s is no time to hold for', (holdFor) => {
        expect(problemsOf({ organization, queues: [{ name: 'Support', holdFor }] })).toEqual([
            expect.stringContaining('queues[0].holdFor'),
        ]);
    });

    it('E6: a field that does not exist, and a shortcut that is there twice', () => {
        const reply = (text: string) => ({ shortcut: 'hi', title: 'Hello', text });
        const wrong = { name: 'Support', quickReplies: [reply('{{custmer.name}}')] };
        expect(problemsOf({ organization, queues: [wrong] })).toEqual([
            'queues[0].quickReplies[0].text: {{custmer.name}} is no field. Did you mean {{customer.name}}?.',
        ]);
        const twice = { name: 'Support', quickReplies: [reply('Hi'), reply('Hello')] };
        expect(problemsOf({ organization, queues: [twice] })).toEqual([
            'queues[0].quickReplies: a shortcut is there twice.',
        ]);
    });

    it('E7: an emoji in what goes out by email', () => {
        const queue = { name: 'Support', signature: 'Your team 🙂', acknowledgement: 'We got it 📬' };
        expect(problemsOf({ organization, queues: [queue] })).toEqual([
            'queues[0].acknowledgement: Emojis are not sent by email: 📬 in the acknowledgement. Remove it, or say it in words.',
            'queues[0].signature: Emojis are not sent by email: 🙂 in the signature. Remove it, or say it in words.',
        ]);
    });

    it('names what refers to nothing, and what is there twice', () => {
        const agent = { firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com' };
        expect(
            problemsOf({
                organization,
                queues: [{ name: 'Support' }, { name: 'Support' }],
                mailboxes: [{ address: 'a@example.com', displayName: 'A', queue: 'Sales', kind: 'intake' }],
                agents: [
                    { ...agent, username: 'ana', queues: [{ queue: 'Sales' }], reportsTo: 'nobody' },
                    { ...agent, username: 'ANA' },
                ],
            }),
        ).toEqual([
            'queues[1].name: "Support" is there already; choose another.',
            'agents[1].username: "ana" is there already; choose another.',
            'mailboxes[0].queue: no queue "Sales"; there are "Support", "Support".',
            'agents[0].queues[0].queue: no queue "Sales"; there are "Support", "Support".',
            'agents[0].reportsTo: no agent has the username "nobody".',
        ]);
    });

    it('is a circle of managers', () => {
        const agent = { firstName: 'Ana', lastName: 'Silva', email: 'ana@example.com' };
        const agents = [
            { ...agent, username: 'a', reportsTo: 'b' },
            { ...agent, username: 'b', reportsTo: 'a' },
            { ...agent, username: 'c', reportsTo: 'a' },
        ];
        expect(problemsOf({ ...least, agents })).toEqual([
            expect.stringContaining('agents[0].reportsTo: a would report to themself'),
            expect.stringContaining('agents[1].reportsTo: b would report to themself'),
        ]);
    });

    it('is an opening hour that ends before it starts', () => {
        const openingHours = { weekly: { monday: ['17:00-09:00'] } };
        expect(problemsOf({ organization, queues: [{ name: 'Support', openingHours }] })).toEqual([
            'queues[0].openingHours: Monday: 17:00 to 09:00 does not end after it starts.',
        ]);
    });

    it('is a mailbox whose password is nowhere, or twice', () => {
        const file = (imap: object) => ({
            ...least,
            mailboxes: [
                {
                    address: 'support@example.com',
                    displayName: 'Support',
                    queue: 'Support',
                    kind: 'imap',
                    imap: { host: 'imap.example.com', user: 'support', ...imap },
                },
            ],
        });
        expect(problemsOf(file({}))).toEqual([expect.stringContaining('write either passwordEnv')]);
        expect(problemsOf(file({ password: 'x', passwordEnv: 'X' }))).toEqual([
            expect.stringContaining('write either passwordEnv'),
        ]);
        expect(problemsOf(file({ passwordEnv: 'SUPPORT_PASSWORD' }))).toEqual([
            'mailboxes[0].imap.passwordEnv: the variable SUPPORT_PASSWORD is not set.',
        ]);
        expect(problemsOf(file({ passwordEnv: 'SUPPORT_PASSWORD' }), { SUPPORT_PASSWORD: 'x' })).toEqual([]);
    });

    it('is a file that is not there', async () => {
        await expect(readContactCenterFile('/nowhere/at/all.json')).rejects.toThrow(
            /ENOENT.*Check PATCHBAY_CONFIG/,
        );
    });
});
