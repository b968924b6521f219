import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMailParser } from '../../src/channels/email/parsing/parseMail.ts';
import { createMailReader } from '../../src/channels/email/reading/createMailReader.ts';
import { buildPlusAddress, parsePlusAddress } from '../../src/channels/email/plusAddress.ts';
import { signReplyToken, verifyReplyToken } from '../../src/channels/email/replyToken.ts';
import { administrationCommands } from '../../src/composition/commands/administration.ts';
import { SecretBox } from '../../src/storage/sealing/secretBox.ts';
import { ReceiveEmail } from '../../src/workflows/receiveEmail.ts';
import { openGateway, type GatewayUnderTest } from '../gatewayServer.ts';

const parser = createMailParser({ workers: 1 });
const replyTokens = {
    sign: signReplyToken,
    verify: verifyReplyToken,
    address: buildPlusAddress,
    parse: parsePlusAddress,
};

/** What a time-out of the parser or an earlier release left behind: the mail itself is fine. */
const READABLE =
    'From: Maria <maria@customer.example.com>\r\nTo: support@example.com\r\nMessage-ID: <q1@customer.example.com>\r\nSubject: Late, not lost\r\n\r\nHello\r\n';
const UNREADABLE = '\r\nHello\r\n';

describe('E1, O3: mail that cannot be read is kept raw, seen by admins, and decided by them', () => {
    let server: GatewayUnderTest;
    let receive: ReceiveEmail;
    let ada: string;
    let ana: string;

    beforeAll(async () => {
        let late: ReceiveEmail | null = null;
        const parts = {
            replyTokens,
            parseMail: parser.parseMail,
            hashPassword: () => Promise.resolve(''),
            secretBox: new SecretBox([]),
            preview: (text: string) => text,
            get receiveEmail() {
                if (!late) throw new Error('not open yet');
                return late;
            },
        };
        const { retryQuarantined } = administrationCommands(parts);
        server = await openGateway({ commands: { retryQuarantined } });
        receive = late = new ReceiveEmail({
            store: server.store,
            replyTokens,
            preview: (text) => text,
            mailReader: createMailReader(),
        });
        [ada, ana] = [await server.token('ada'), await server.token('ana')];
    });
    afterAll(async () => {
        await server.close();
        await parser.close();
    });

    const quarantine = async (raw: string, reason: string): Promise<number> => {
        const outcome = await receive.received({
            origin: { kind: 'smtp', mailboxId: null, cursor: null },
            envelopeFrom: 'maria@customer.example.com',
            envelopeTo: ['support@example.com'],
            raw: Buffer.from(raw),
            content: { unparsable: reason },
        });
        if (outcome.outcome !== 'quarantined') throw new Error(outcome.outcome);
        return outcome.quarantineId;
    };
    const listed = async (waiting: boolean) => {
        const { reply } = await server.query(ada, 'listQuarantine', { waiting });
        return reply as unknown as { value: { waiting: number; items: Record<string, unknown>[] } };
    };
    const metrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();

    it('tells every admin once, however many there are, and nobody else', async () => {
        const first = await quarantine(READABLE, 'It took longer than 15 s to read.');
        await quarantine(UNREADABLE, 'It has no header at all.');
        const told = await server.rows(
            `select a.username, n.kind from notifications n join agents a on a.id = n.agent_id order by n.id`,
        );
        expect(told).toEqual([{ username: 'ada', kind: 'mail_quarantined' }]);
        await server.command(ada, 'markNotificationsRead', { upToId: 1_000 });
        await quarantine('another\r\n', 'cut off');
        expect(await server.rows(`select id from notifications`)).toHaveLength(2);
        expect(await metrics()).toMatch(/^patchbay_quarantined_mails 3$/m);
        const { value } = await listed(true);
        expect(value.waiting).toBe(3);
        expect(value.items.at(-1)).toMatchObject({
            id: first,
            reason: 'It took longer than 15 s to read.',
            size: READABLE.length,
            origin: 'smtp',
            envelopeFrom: 'maria@customer.example.com',
            envelopeTo: ['support@example.com'],
        });
    });

    it('read again it becomes an interaction, once, and says who did it', async () => {
        const { value } = await listed(true);
        const id = value.items.at(-1)?.['id'] as number;
        const again = () => server.command(ada, 'retryQuarantined', { quarantineId: id });
        expect((await server.command(ana, 'retryQuarantined', { quarantineId: id })).reply).toMatchObject({
            code: 'forbidden',
        });
        expect((await again()).reply).toMatchObject({ ok: true });
        expect(await server.rows(`select subject from interactions`)).toEqual([
            { subject: 'Late, not lost' },
        ]);
        expect((await again()).reply).toMatchObject({
            code: 'refused',
            message: 'It was dealt with already.',
        });
        expect((await listed(false)).value.items).toMatchObject([
            { id, resolution: 'taken_in', resolvedBy: 'Ada Example' },
        ]);
    });

    it('one that still cannot be read stays, with the reason', async () => {
        const { value } = await listed(true);
        const id = value.items.find(({ reason }) => String(reason).includes('no header'))?.['id'] as number;
        const { reply } = await server.command(ada, 'retryQuarantined', { quarantineId: id });
        expect(reply).toMatchObject({
            code: 'refused',
            message: expect.stringMatching(/still cannot be read/),
        });
        expect((await listed(true)).value.waiting).toBe(2);
    });

    it('is discarded with a reason, audited, and still downloaded', async () => {
        const { value } = await listed(true);
        const id = value.items[0]?.['id'] as number;
        const discard = (reason: string) =>
            server.command(ada, 'discardQuarantined', { quarantineId: id, reason });
        expect((await discard('  ')).reply).toMatchObject({ code: 'bad_request' });
        expect((await discard('Junk')).reply).toMatchObject({ ok: true });
        expect((await discard('Junk')).reply).toMatchObject({ code: 'refused' });
        expect((await listed(false)).value.items[0]).toMatchObject({
            id,
            resolution: 'discarded',
            resolvedBy: 'Ada Example',
            resolvedReason: 'Junk',
        });
        expect(
            await server.rows(
                `select actor, object, outcome from audit where action = 'discardQuarantined' order by id`,
            ),
        ).toEqual([
            { actor: 'Ada Example', object: `quarantine ${id}`, outcome: 'done' },
            { actor: 'Ada Example', object: `quarantine ${id}`, outcome: 'refused' },
        ]);
        const raw = await fetch(`${server.url}/api/v1/quarantine/${id}/raw`, { headers: server.bearer(ada) });
        expect(await raw.text()).toBe('another\r\n');
        expect(await metrics()).toMatch(/^patchbay_quarantined_mails 1$/m);
    });

    it('refuses U+0000 as a bad request, wherever it stands', async () => {
        const { status, reply } = await server.command(ada, 'discardQuarantined', {
            quarantineId: 1,
            reason: 'a\0b',
        });
        expect(status).toBe(400);
        expect(reply).toMatchObject({ code: 'bad_request' });
        const nested = await server.command(ada, 'createMailbox', { imap: { auth: { password: '\0' } } });
        expect(nested.reply).toMatchObject({
            code: 'bad_request',
            message: expect.stringMatching(/U\+0000/),
        });
    });

    it.each([
        ['holdFor', 90 * 24 * 3_600_000],
        ['emailRingFor', 3_600_000],
    ])('takes a queue’s %s up to its limit', async (name, limit) => {
        const queueId = await server.queueId('Support');
        const set = (value: number) => server.command(ada, 'updateQueue', { queueId, [name]: value });
        expect((await set(limit)).reply).toMatchObject({ ok: true });
        expect((await set(limit + 1)).reply).toMatchObject({ code: 'bad_request' });
    });
});
