import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ParsedMail, ReceivedMail, ReceiveOutcome } from '../../src/ports/mailboxEvents.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { addBlock } from '../../src/workflows/spam.ts';
import { saveContentRule } from '../../src/workflows/keepContentRules.ts';
import { comesToRest } from '../agentWork.ts';
import { checkInvariants } from '../invariants.ts';
import { draftOf, subjectHas } from '../ruledCenter.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

describe('mails that are stored in one commit', () => {
    let center: ContactCenter;
    let root: TestAgent;
    let billing: number;
    beforeEach(async () => {
        center = await ContactCenter.open();
        await center.queue('Support');
        billing = await center.queue('Billing');
        root = await center.agent('Root', [], { role: 'admin', capacity: 0 });
    });
    afterEach(async () => {
        await comesToRest(center);
        await center.close();
    });

    const received = (parsed: ParsedMail): ReceivedMail => ({
        origin: { kind: 'smtp', mailboxId: null, cursor: null },
        envelopeFrom: parsed.from?.address ?? null,
        envelopeTo: parsed.to.map(({ address }) => address),
        raw: Buffer.from(`raw ${parsed.contentHash}`),
        content: { parsed },
    });
    const from = (address: string) => ({ name: 'Somebody', address });

    /** As a mailbox does: what one commit leaves goes into the next. */
    async function receiveAll(mails: readonly ReceivedMail[]): Promise<ReceiveOutcome[]> {
        const outcomes: ReceiveOutcome[] = [];
        while (outcomes.length < mails.length)
            outcomes.push(...(await center.receive.receivedTogether(mails.slice(outcomes.length))));
        return outcomes;
    }

    const deadlocks = async (): Promise<number> =>
        (
            await center.pool.query<{ n: number }>(
                `select deadlocks::int as n from pg_stat_database where datname = current_database()`,
            )
        ).rows[0]?.n ?? -1;

    async function standing(): Promise<string[]> {
        const { rows } = await center.pool.query<{ said: string }>(
            `select concat_ws(', ', i.subject || ': ' || q.name, i.routing_state, case when i.spam is not null then 'spam' end,
                 'may belong to ' || i.may_belong_to) as said
             from interactions i join queues q on q.id = i.queue_id order by i.id`,
        );
        return rows.map(({ said }) => said);
    }

    it('know each other: an answer, a copy, what is kept out and what cannot be read', async () => {
        await center.do(addBlock, root, {
            scope: 'sender',
            address: 'evil@bad.example.com',
            reason: 'Scam',
        });
        await center.do(
            saveContentRule,
            root,
            draftOf('Win', { conditions: [subjectHas('lottery')], does: { spam: true } }),
        );
        await center.do(
            saveContentRule,
            root,
            draftOf('Bills', {
                conditions: [subjectHas('invoice')],
                does: { queueId: billing, tags: ['bill', 'Money'] },
            }),
        );
        const first = center.mail({ subject: 'Hello' });
        const unread: ReceivedMail = {
            ...received(center.mail()),
            raw: Buffer.from('odd'),
            content: { unparsable: 'odd' },
        };
        const outcomes = await receiveAll([
            received(first),
            received(center.mail({ inReplyTo: [first.messageId ?? ''], subject: 'Re: Hello' })),
            received(first),
            unread,
            received(center.mail({ from: from('evil@bad.example.com') })),
            received(center.mail({ from: from('luck@example.net'), subject: 'The lottery' })),
            received(center.mail({ from: from('bo@example.net'), subject: 'My invoice' })),
            received(center.mail({ from: from('cy@example.net'), subject: 'Another invoice' })),
            received(center.mail({ from: from('cy@example.net'), inReplyTo: [first.messageId ?? ''] })),
        ]);
        const ids = outcomes.map((o) => (o.outcome === 'stored' ? o.interactionId : o.outcome));
        await center.settle();
        await checkInvariants(center.pool, center.clock.at);
        expect(ids).toEqual([1, 1, 'duplicate', 'quarantined', 2, 3, 4, 5, 6]);
        expect(await standing()).toEqual([
            'Hello: Support, queued',
            'Question 4: Support, idle, spam',
            'The lottery: Support, idle, spam',
            'My invoice: Billing, queued',
            'Another invoice: Billing, queued',
            'Question 8: Support, queued, may belong to 1',
        ]);
        expect(await center.journal(1)).toEqual([
            'received',
            'acknowledged',
            'queued_no_agent',
            'received',
            'sent',
        ]);
    });

    it('are those that have nothing to do with each other: the others wait for the next commit', async () => {
        const [hello, other] = [center.mail(), center.mail({ from: from('bo@example.net') })];
        const answer = center.mail({ from: from('cy@example.net'), inReplyTo: [hello.messageId ?? ''] });
        const mails = [hello, other, answer].map(received);
        expect(await center.receive.receivedTogether(mails)).toHaveLength(2);
        const twice = [hello, other, answer].map((mail, n) =>
            received({ ...mail, messageId: `<again.${n}@example.net>`, contentHash: `again ${n}` }),
        );
        const onOneThread = [
            center.mail({ from: hello.from, inReplyTo: [hello.messageId ?? ''] }),
            center.mail({ from: from('di@example.net'), references: [hello.messageId ?? ''] }),
        ].map(received);
        expect(await center.receive.receivedTogether([...onOneThread, ...twice])).toHaveLength(1);
    });

    it('keep what is attached to each: equal, empty and large files, beside a mail without a sender', async () => {
        const file = (filename: string, content: Uint8Array) => ({
            filename,
            contentType: 'application/octet-stream',
            content,
            contentId: null,
            inline: false,
        });
        const equal = Buffer.from('the same twice');
        const large = Buffer.alloc(1_200_000, 'x');
        const mails = [
            center.mail({ from: from('bo@example.net'), attachments: [file('a', equal), file('b', equal)] }),
            { ...center.mail(), from: null },
            center.mail({
                from: from('cy@example.net'),
                attachments: [file('empty', Buffer.alloc(0)), file('large', large), file('c', equal)],
            }),
        ];
        const outcomes = await receiveAll(mails.map(received));
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(['stored', 'quarantined', 'stored']);
        await center.settle();
        await checkInvariants(center.pool, center.clock.at);
        const { rows } = await center.pool.query<{ file: string }>(
            `select concat_ws(' ', m.interaction_id, a.filename, a.size, b.size,
                 (select sum(length(c.bytes)) from blob_chunks c where c.sha256 = a.sha256)) as file
             from attachments a join messages m on m.id = a.message_id join blobs b on b.sha256 = a.sha256 order by a.id`,
        );
        expect(rows.map((row) => row.file)).toEqual([
            '1 a 14 14 14',
            '1 b 14 14 14',
            '2 empty 0 0',
            '2 large 1200000 1200000 1200000',
            '2 c 14 14 14',
        ]);
    });

    it('stored by several at the same moment, in opposite orders, do not stop each other', async () => {
        const names = ['a@example.net', 'b@example.net', 'c@example.net'];
        const support = await center.queue('Answered');
        const agents = [await center.agent('Ana', [support]), await center.agent('Ben', [support])];
        const threads = names.map((name) => center.mail({ from: from(name) }));
        for (const thread of threads) await center.receive.received(received(thread));
        await center.settle();
        await center.pool.query(`update interactions set original_agent_id = ($1::int[])[1 + id % 2]`, [
            agents.map(({ id }) => id),
        ]);
        const answers = (order: readonly ParsedMail[]): ReceivedMail[] =>
            order.map(({ messageId, from: customer }) =>
                received(center.mail({ from: customer, inReplyTo: [messageId ?? ''] })),
            );
        const begun = (order: readonly string[]): ReceivedMail[] =>
            order.map((name) => received(center.mail({ from: from(`new.${name}`) })));
        const before = await deadlocks();
        await Promise.all(
            [false, true, false, true].map((turned) => {
                const inOrder = <T>(all: readonly T[]): readonly T[] => (turned ? all.toReversed() : all);
                return receiveAll([...answers(inOrder(threads)), ...begun(inOrder(names))]);
            }),
        );
        expect(await deadlocks()).toBe(before);
        await center.settle();
        await checkInvariants(center.pool, center.clock.at);
        expect(await standing()).toHaveLength(threads.length + 4 * names.length);
    });

    it('with the same files in opposite orders do not stop each other either', async () => {
        const logo = (name: string) => ({
            filename: name,
            contentType: 'image/png',
            content: Buffer.from(name),
            contentId: null,
            inline: true,
        });
        const before = await deadlocks();
        const burst = (n: number): ReceivedMail[] => {
            const [one = '', two = ''] = n % 2 === 0 ? ['x', 'y'] : ['y', 'x'];
            return [one, two].map((name, at) =>
                received(
                    center.mail({
                        from: from(`${n}.${at}@example.net`),
                        attachments: [logo(name)],
                    }),
                ),
            );
        };
        await Promise.all(Array.from({ length: 6 }, (_each, n) => receiveAll(burst(n))));
        expect(await deadlocks()).toBe(before);
    });

    it('end before one whose thread is being merged into the thread of one before it', async () => {
        const [stays, goes] = [center.mail(), center.mail({ from: from('bo@example.net') })];
        await receiveAll([received(stays), received(goes)]);
        await center.settle();
        const answers = [stays, goes].map(({ messageId, from: customer }) =>
            received(center.mail({ from: customer, inReplyTo: [messageId ?? ''] })),
        );
        let first: Promise<ReceiveOutcome[]> = Promise.resolve([]);
        await center.store.transaction('test', async (tx) => {
            const merged = await mergeInteraction(tx, root.actor, { interactionId: 2, intoInteractionId: 1 });
            expect(merged.ok).toBe(true);
            first = center.receive.receivedTogether(answers);
            await center.untilBlocked();
        });
        expect(await first).toMatchObject([{ outcome: 'stored', interactionId: 1 }]);
        expect(await receiveAll(answers)).toMatchObject([
            { outcome: 'duplicate' },
            { outcome: 'stored', interactionId: 1 },
        ]);
        await center.settle();
        await checkInvariants(center.pool, center.clock.at);
        // Each of its lines is numbered once, and none was written over another.
        const kinds = await center.journal(1);
        expect(kinds.filter((kind) => kind === 'received')).toHaveLength(3);
    });

    it('where the mailbox has become another process’s in the middle, none of them is stored', async () => {
        const mails = [received(center.mail()), received(center.mail())];
        const lost: ReceivedMail['origin'] = {
            kind: 'imap',
            mailboxId: 1,
            cursor: { uidValidity: '1', uid: 2 },
            lease: { processId: 'before', token: 1 },
        };
        await expect(
            center.receive.receivedTogether(mails.map((mail) => ({ ...mail, origin: lost }))),
        ).rejects.toThrow('Another process fetches this mailbox now.');
        expect(await standing()).toEqual([]);
    });
});
