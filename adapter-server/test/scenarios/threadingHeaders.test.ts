import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readMail } from '../../src/channels/email/parsing/readMail.ts';
import { answeredThread, comesToRest } from '../agentWork.ts';
import { ContactCenter } from '../runningCenter.ts';

const maria = 'maria@customer.example.com';

describe('E2: threads by the headers as mail programs really write them', () => {
    let center: ContactCenter;
    let id: number;
    let ours: string;
    let replyTo: string;
    let mails = 0;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const ana = await center.agent('Ana', [await center.queue('Support')], { capacity: 5 });
        await center.arrives(ana);
        id = await answeredThread(center, ana);
        ours = center.sent.at(-1)?.messageId ?? '';
        replyTo = center.sent.at(-1)?.replyTo?.address ?? '';
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    /** Parsed as it comes; the interaction it is in. */
    const arrives = async (
        headers: readonly string[],
        to = 'support@example.com',
        subject = 'Re: Question',
        from = [`From: Maria <${maria}>`],
    ): Promise<number> => {
        mails += 1;
        const raw = [
            ...from,
            `To: ${to}`,
            `Message-ID: <h${mails}@customer.example.com>`,
            'Date: Wed, 4 Mar 2026 09:00:00 +0000',
            `Subject: ${subject}`,
            ...headers,
            '',
            `Hello ${mails}`,
            '',
        ].join('\r\n');
        const outcome = await center.arrivesMail(await readMail(Buffer.from(raw), maria));
        if (outcome.outcome !== 'stored') throw new Error(outcome.outcome);
        return outcome.interactionId;
    };
    it.each([
        ['several addresses', [`From: Maria <${maria}>, Eve <eve@elsewhere.example.net>`]],
        ['several fields', [`From: ${maria}`, 'From: eve@elsewhere.example.net']],
        ['none, which the SMTP sender made good', ['From: Maria']],
        ['none, which Sender made good', ['From: undisclosed:;', `Sender: ${maria}`]],
        ['none at all', []],
    ])('From with %s, of whom DMARC tells nothing, only may belong to it', async (_what, from) => {
        const apart = await arrives([`In-Reply-To: ${ours}`], replyTo, 'Re: Question', from);
        expect(apart).not.toBe(id);
        const { rows } = await center.pool.query<{ may_belong_to: number }>(
            `select may_belong_to from interactions where id = $1`,
            [apart],
        );
        expect(rows).toEqual([{ may_belong_to: id }]);
    });

    it.each([['"Silva, Maria"'], ['=?utf-8?q?Silva=2C_Maria?='], ['Maria (home, sweet)']])(
        'one address behind the name %s is one',
        async (name) => {
            const from = [`From: ${name} <${maria}>`];
            expect(await arrives([`In-Reply-To: ${ours}`], replyTo, 'Re: Question', from)).toBe(id);
        },
    );

    const unknown = '<unknown@customer.example.com>';

    it.each([
        ['several ids with commas', (known: string) => [`In-Reply-To: ${unknown}, ${known}`]],
        ['the known one first', (known: string) => [`In-Reply-To: ${known}, ${unknown}`]],
        [
            'words around the id',
            (known: string) => [`In-Reply-To: Your message of Tuesday ${known} (Support)`],
        ],
        ['a folded header', (known: string) => ['In-Reply-To:', ` ${known}`]],
        ['the header twice', (known: string) => [`In-Reply-To: ${unknown}`, `In-Reply-To: ${known}`]],
    ])('In-Reply-To: %s', async (_name, headers) => expect(await arrives(headers(ours))).toBe(id));

    it('References that the program has overwritten: In-Reply-To decides, else the reply address, else it is new', async () => {
        const overwritten = `References: ${unknown}`;
        expect(await arrives([overwritten, `In-Reply-To: ${ours}`])).toBe(id);
        expect(await arrives([overwritten, `In-Reply-To: ${unknown}`], replyTo)).toBe(id);
        const apart = await arrives([overwritten, `In-Reply-To: ${unknown}`]);
        expect(apart).not.toBe(id);
        const { rows } = await center.pool.query(`select may_belong_to from interactions where id = $1`, [
            apart,
        ]);
        expect(rows).toEqual([{ may_belong_to: null }]);
    });

    it('an In-Reply-To that was emptied leaves it to References', async () => {
        expect(await arrives(['In-Reply-To: <>', `References: <x@customer.example.com> ${ours}`])).toBe(id);
    });

    it('two first mails of one customer, 200 ms apart and with one subject, are two threads, each acknowledged', async () => {
        const before = center.sent.length;
        const first = await arrives([], 'support@example.com', 'My lamp');
        center.clock.at += 200;
        const second = await arrives([], 'support@example.com', 'My lamp');
        expect(new Set([id, first, second]).size).toBe(3);
        expect(center.sent.slice(before).map(({ automatic, to }) => [automatic, to[0]?.address])).toEqual([
            [true, maria],
            [true, maria],
        ]);
        const { rows } = await center.pool.query(
            `select count(distinct customer_id)::int as customers from interactions`,
        );
        expect(rows).toEqual([{ customers: 1 }]);
    });

    it('so they are when both are taken in at the same moment', async () => {
        const before = center.sent.length;
        const made = await Promise.all(
            ['left', 'right'].map((text) =>
                center.arrivesMail({ text, contentHash: text, subject: 'One matter' }, false),
            ),
        );
        await center.settle();
        expect(new Set(made.map((one) => 'interactionId' in one && one.interactionId)).size).toBe(2);
        expect(center.sent.length).toBe(before + 2);
    });
});
