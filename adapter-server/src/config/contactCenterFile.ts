import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { checkSchedule, ALWAYS_OPEN, type Schedule } from '../core/schedule.ts';
import type { ContactCenter } from '../workflows/contactCenter.ts';
import { ConfigError } from './configError.ts';
import { scheduleFrom, type weeklyHours } from './fileFields.ts';
import { contactCenterFile, type ContactCenterFile } from './fileSchema.ts';
import { passwordOf } from './imapAccount.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the first-run file. Throws ConfigError, whose message names each wrong place and what to write there. */
export async function readContactCenterFile(path: string, env: Environment = {}): Promise<ContactCenter> {
    let text: string;
    try {
        text = await readFile(path, 'utf8');
    } catch (error) {
        const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : error;
        throw new ConfigError(path, [`The file cannot be read (${code}). Check PATCHBAY_CONFIG.`]);
    }
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch (error) {
        throw new ConfigError(path, [
            `It is not JSON: ${error instanceof Error ? error.message : String(error)}`,
        ]);
    }
    return parseContactCenter(value, path, env);
}

/** @param what names the source in the error */
export function parseContactCenter(value: unknown, what: string, env: Environment = {}): ContactCenter {
    const read = contactCenterFile.safeParse(value);
    if (!read.success)
        throw new ConfigError(
            what,
            read.error.issues.map((issue) => `${place(issue.path)}: ${issue.message}.`),
        );
    const file = read.data;
    const zone = file.organization.timeZone;
    const problems: string[] = [];
    const schedule = (
        where: string,
        hours: 'always' | z.output<typeof weeklyHours>,
        ownZone: string,
    ): Schedule => {
        if (hours === 'always') return ALWAYS_OPEN;
        const made = scheduleFrom(hours, ownZone);
        problems.push(...checkSchedule(made).map((problem) => `${where}: ${problem}`));
        return made;
    };
    const contactCenter: ContactCenter = {
        organization: file.organization,
        dispositions: file.dispositions,
        quickReplies: file.quickReplies,
        queues: file.queues.map((queue, n) => ({
            ...queue,
            openingHours: schedule(`queues[${n}].openingHours`, queue.openingHours, zone),
        })),
        mailboxes: file.mailboxes.map((mailbox) => ({
            ...mailbox,
            imap: mailbox.kind === 'imap' ? mailbox.imap : null,
        })),
        contentRules: file.contentRules.map(({ when, then: { queue, ...actions }, ...rule }) => ({
            ...rule,
            conditions: when,
            queue,
            actions,
        })),
        agents: file.agents.map((agent, n) => ({
            ...agent,
            timeZone: agent.timeZone ?? zone,
            workingHours:
                agent.workingHours === 'always'
                    ? null
                    : schedule(`agents[${n}].workingHours`, agent.workingHours, agent.timeZone ?? zone),
        })),
    };
    problems.push(...references(file), ...missingPasswords(file, env));
    if (problems.length > 0) throw new ConfigError(what, problems);
    return contactCenter;
}

/** What names something that is not there, or the same thing twice. */
function references({ queues, mailboxes, agents, contentRules }: ContactCenterFile): string[] {
    const problems: string[] = [];
    const queueNames = queues.map((queue) => queue.name);
    const usernames = agents.map((agent) => agent.username.toLowerCase());
    const known = queueNames.map((queue) => `"${queue}"`).join(', ');
    const twice = (list: readonly string[], where: (n: number) => string): void =>
        list.forEach((entry, n) => {
            if (list.indexOf(entry) < n)
                problems.push(`${where(n)}: "${entry}" is there already; choose another.`);
        });
    twice(queueNames, (n) => `queues[${n}].name`);
    twice(usernames, (n) => `agents[${n}].username`);
    twice(
        mailboxes.map((mailbox) => mailbox.address),
        (n) => `mailboxes[${n}].address`,
    );
    mailboxes.forEach(({ queue }, n) => {
        if (!queueNames.includes(queue))
            problems.push(`mailboxes[${n}].queue: no queue "${queue}"; there are ${known}.`);
    });
    const skills = agents.flatMap((agent) => agent.skills);
    contentRules.forEach(({ then }, n) => {
        if (then.queue !== null && !queueNames.includes(then.queue))
            problems.push(`contentRules[${n}].then.queue: no queue "${then.queue}"; there are ${known}.`);
        for (const skill of then.skills)
            if (!skills.includes(skill))
                problems.push(`contentRules[${n}].then.skills: no agent has the skill "${skill}".`);
    });
    agents.forEach((agent, n) => {
        const queuesOfAgent = agent.queues.map(({ queue }) => queue);
        twice(queuesOfAgent, (m) => `agents[${n}].queues[${m}].queue`);
        queuesOfAgent.forEach((queue, m) => {
            if (!queueNames.includes(queue))
                problems.push(`agents[${n}].queues[${m}].queue: no queue "${queue}"; there are ${known}.`);
        });
        if (agent.reportsTo !== null && !usernames.includes(agent.reportsTo.toLowerCase()))
            problems.push(`agents[${n}].reportsTo: no agent has the username "${agent.reportsTo}".`);
        else if (reportsToThemself(agents, n))
            problems.push(
                `agents[${n}].reportsTo: ${agent.username} would report to themself; leave it out somewhere.`,
            );
    });
    return problems;
}

function reportsToThemself(agents: ContactCenterFile['agents'], start: number): boolean {
    const above = (n: number): number => {
        const manager = agents[n]?.reportsTo?.toLowerCase();
        return manager === undefined
            ? -1
            : agents.findIndex(({ username }) => username.toLowerCase() === manager);
    };
    let at = above(start);
    for (let step = 0; at !== -1 && step < agents.length; step += 1) {
        if (at === start) return true;
        at = above(at);
    }
    return false;
}

const missingPasswords = ({ mailboxes }: ContactCenterFile, env: Environment): string[] =>
    mailboxes.flatMap((mailbox, n) =>
        mailbox.kind === 'imap' && passwordOf(mailbox.imap, env) === null
            ? [`mailboxes[${n}].imap.passwordEnv: the variable ${mailbox.imap.passwordEnv} is not set.`]
            : [],
    );

/** `queues[0].holdFor`; "the file" for the whole. */
const place = (path: readonly PropertyKey[]): string =>
    path.length === 0
        ? 'the file'
        : path
              .map((part, n) =>
                  typeof part === 'number' ? `[${part}]` : `${n === 0 ? '' : '.'}${String(part)}`,
              )
              .join('');
