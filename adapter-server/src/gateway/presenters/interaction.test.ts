import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGateway, type GatewayUnderTest } from '../../../test/gatewayServer.ts';
import { minutes } from '../../core/duration.ts';
import type { FeedEntryView, InteractionDetail, InteractionSummary } from '../../protocol/views.ts';
import { aParsedMail, receive } from '../../../test/receivedMail.ts';

const longWriter = { name: 'Otto', address: 'long@customer.example.com' };

describe('an interaction on the screen', () => {
    let server: GatewayUnderTest;
    let ana: string;
    let ben: string;
    beforeAll(async () => {
        server = await openGateway();
        for (const name of ['ana', 'ben']) await server.signIn(name, 'unavailable');
        [ana, ben] = [await server.token('ana'), await server.token('ben')];
    });
    afterAll(() => server.close());

    const value = <T>(reply: unknown): T => (reply as { value: T }).value;
    const detail = async (interactionId: number, token = ana, showRemote = false) =>
        value<InteractionDetail>(
            (await server.query(token, 'getInteraction', { interactionId, showRemote })).reply,
        );
    const must = async (
        token: string,
        name: Parameters<typeof server.command>[1],
        args: object,
    ): Promise<void> => {
        const { reply } = await server.command(token, name, args);
        expect(reply).toMatchObject({ ok: true });
    };

    it('shows the beginning of a mail of many megabytes, and says so', async () => {
        const shownOf = async (text: string) =>
            (await detail(await receive(server.store, aParsedMail({ text })))).messages[0];
        expect(await shownOf('x'.repeat(1_000_000))).toMatchObject({ folded: null });
        const long = await shownOf('x'.repeat(1_000_001));
        expect(long?.text.visible).toHaveLength(1_000_000);
        expect(long?.folded).toBe('This mail is larger than 1 MB: its beginning is shown.');
    });

    it('shows what follows slice by slice, to who may read it, cleaned like the beginning', async () => {
        const html = '<p onclick="x()">Hi<img src="https://spy.example.net/p.gif"></p>'.repeat(2_501);
        const [message] = (await detail(await receive(server.store, aParsedMail({ html, from: longWriter }))))
            .messages;
        expect(message?.folded).toBe('This mail has more than 5,000 elements: its beginning is shown.');
        const slice = async (args: object) =>
            (await server.query(ana, 'getMessageSlice', { messageId: message?.id, ...args })).reply;
        expect(await slice({ slice: 1 })).toEqual({
            ok: true,
            value: {
                text: null,
                html: expect.stringMatching(/^<p>Hi<img [^>]*data-blocked="remote"[^>]*><\/p>$/),
                blockedRemote: 1,
                more: false,
            },
        });
        const asked = value<{ html: string }>(await slice({ slice: 1, showRemote: true }));
        expect(asked.html).toContain('spy.example.net');
        expect(value<{ html: string }>(await slice({ slice: 2 })).html).toBe('');
        expect(await slice({ slice: 0 })).toMatchObject({ ok: false, code: 'bad_request' });
    });

    it('reads no more of ten megabytes than it shows, unless their beginning does not say what that is', async () => {
        const rest = '<b>old</b>'.repeat(600_000);
        const shownOf = async (html: string) =>
            (await detail(await receive(server.store, aParsedMail({ html, from: longWriter })))).messages[0];
        expect((await shownOf(`<p>Hi</p>${rest}`))?.html?.visible).toMatch(/^<p>Hi<\/p><b>old<\/b>/);
        const hidden = `<style>${'p{} '.repeat(600_000)}</style>`;
        expect(await shownOf(`${hidden}<p>Hi</p>`)).toMatchObject({
            html: { visible: '<p>Hi</p>', quoted: null },
            folded: null,
        });
    });

    it('tells its story in sentences, from the mail to the closing', async () => {
        const id = await receive(server.store, aParsedMail({ subject: 'A broken lamp' }));
        await must(ana, 'pullInteraction', { interactionId: id });
        await must(ana, 'sendReply', { interactionId: id, text: 'We send a new one.' });
        await must(ana, 'setPending', { interactionId: id, followUpAt: server.clock.at + minutes(90) });
        await must(ana, 'postNote', { interactionId: id, text: 'She was kind.' });
        const [{ id: solved } = { id: 0 }] = await server.rows<{ id: number }>(`select id from dispositions`);
        await must(ana, 'closeInteraction', { interactionId: id, dispositionId: solved, notes: 'New lamp' });
        await must(ana, 'dismissInteraction', { interactionId: id });

        const shown = await detail(id);
        expect(shown.journal.map(({ text }) => text)).toEqual([
            'Message received: a new thread.',
            'The customer was told that the message arrived.',
            expect.stringMatching(/^Queued in Support: nobody is available\.$/),
            'Pulled from Support by Ana Example.',
            'Ana Example replied.',
            'Ana Example set it pending; it comes back today at 13:30.',
            'Ana Example wrote a note.',
            'Ana Example closed it: Solved.',
            'Ana Example dismissed it from the inbox.',
        ]);
        expect(shown.disposition).toEqual({ label: 'Solved', notes: 'New lamp' });
        expect(shown.messages.map(({ kind, direction }) => [direction, kind])).toEqual([
            ['inbound', 'message'],
            ['outbound', 'acknowledgement'],
            ['outbound', 'message'],
        ]);
        expect(shown.messages[2]).toMatchObject({
            agent: { name: 'Ana Example' },
            delivery: { state: 'waiting' },
        });
        expect(shown.summary).toMatchObject({
            number: String(id),
            status: 'closed',
            queue: { name: 'Support' },
        });
    });

    it('shows mail as something that cannot harm, with its pictures and without its spies', async () => {
        const html =
            '<p onclick="x()">Hello<script>alert(1)</script><img src="cid:lamp@x"><img src="https://spy.example.net/p.gif"></p>' +
            '<div class="gmail_quote">On Monday, Ana wrote:<blockquote>Earlier</blockquote></div>';
        const id = await receive(
            server.store,
            aParsedMail({ html, text: 'Hello\n\nOn Monday, Ana wrote:\n> Earlier' }),
        );
        const [message] = (await detail(id)).messages;
        const pixel = Buffer.from('a picture');
        const uploaded = await fetch(`${server.url}/api/v1/uploads`, {
            method: 'POST',
            headers: { ...server.bearer(ana), 'content-type': 'image/png', 'x-filename': 'lamp.png' },
            body: pixel,
        });
        await server.rows(
            `update attachments set draft_of = null, message_id = $2, content_id = 'lamp@x', inline = true where id = $1`,
            [((await uploaded.json()) as { id: number }).id, message?.id],
        );
        const shown = (await detail(id)).messages[0]!;
        expect(shown.html?.visible).not.toMatch(/script|onclick|spy\.example/);
        expect(shown.html?.quoted).toMatch(/Earlier/);
        expect(shown.blockedRemote).toBe(1);
        expect(shown.text.visible.trim()).toBe('Hello');
        expect((await detail(id, ana, true)).messages[0]?.html?.visible).toMatch(/spy\.example/);

        const link = /src="([^"]+)"/.exec(shown.html?.visible ?? '')?.[1]?.replaceAll('&amp;', '&') ?? '';
        const picture = await fetch(link);
        expect(picture.headers.get('content-type')).toBe('image/png');
        expect(Buffer.from(await picture.arrayBuffer()).equals(pixel)).toBe(true);
    });

    it('of another agent says whose it is, and what to tell them while they are away (E5)', async () => {
        const id = await receive(server.store, aParsedMail({ subject: 'The second lamp' }));
        await must(ana, 'pullInteraction', { interactionId: id });
        await must(ana, 'sendReply', { interactionId: id, text: 'We send a new one.' });
        await must(ana, 'dismissInteraction', { interactionId: id });

        expect((await detail(id, ana)).originalAgentBanner).toBeNull();
        const away = (await detail(id, ben)).originalAgentBanner;
        expect(away).toMatchObject({ agent: { name: 'Ana Example' }, presence: 'unavailable' });
        expect(away?.taggingNote).toMatch(
            /@Ana Example: Maria wrote on "The second lamp".*Ben Example has replied/,
        );

        await server.signIn('ana');
        const here = (await detail(id, ben)).originalAgentBanner;
        expect(here).toMatchObject({ presence: 'available', taggingNote: null });
        await server.signIn('ana', 'unavailable');
    });

    it('is one story with all else of its customer, newest first, page by page', async () => {
        const from = { name: 'Otto', address: 'otto@customer.example.com' };
        const [first, second] = [
            await receive(server.store, aParsedMail({ from, subject: 'One' })),
            await receive(server.store, aParsedMail({ from, subject: 'Two' })),
        ];
        server.clock.at += minutes(1);
        await must(ana, 'postNote', {
            interactionId: first,
            text: 'A friend',
            mentions: [await server.agentId('ben')],
        });
        server.clock.at += minutes(1);
        await must(ben, 'postNote', { interactionId: second, text: 'Indeed' });
        server.clock.at += minutes(1);
        const sales = await server.queueId('Sales');
        const hidden = await receive(server.store, aParsedMail({ from, subject: 'Hidden' }));
        await server.rows(`update interactions set queue_id = $2 where id = $1`, [hidden, sales]);

        const feed = async (before: number | null, limit: number) =>
            value<{ items: FeedEntryView[]; more: boolean }>(
                (await server.query(ana, 'getContactFeed', { interactionId: first, before, limit })).reply,
            );
        const whole = await feed(null, 50);
        expect(whole.items.map(({ text }) => text)).toEqual([
            'Indeed',
            'A friend',
            'Message received: a new thread.',
            'Message received: a new thread.',
        ]);
        expect(whole.items[1]).toMatchObject({
            kind: 'note',
            agent: { name: 'Ana Example' },
            mentions: [{ name: 'Ben Example' }],
            interaction: { id: first, subject: 'One' },
        });
        const paged: FeedEntryView[] = [];
        for (let before: number | null = null; ;) {
            const page: { items: FeedEntryView[]; more: boolean } = await feed(before, 1);
            paged.push(...page.items);
            if (!page.more) break;
            before = page.items.at(-1)?.id ?? null;
        }
        expect(paged).toEqual(whole.items);
    });

    it('is found in its list, page by page, each once', async () => {
        const list = async (name: string, before: number | null, limit: number) =>
            value<{ items: InteractionSummary[]; more: boolean }>(
                (await server.query(ana, 'listInteractions', { list: name, before, limit })).reply,
            );
        for (let n = 0; n < 5; n += 1) await receive(server.store, aParsedMail({ subject: `Waiting ${n}` }));
        for (const name of ['all', 'queue']) {
            const whole = (await list(name, null, 200)).items.map(({ id }) => id);
            const paged: number[] = [];
            for (let before: number | null = null; ;) {
                const page: { items: InteractionSummary[]; more: boolean } = await list(name, before, 2);
                paged.push(...page.items.map(({ id }) => id));
                if (!page.more) break;
                before = page.items.at(-1)?.id ?? null;
            }
            expect(whole.length).toBeGreaterThanOrEqual(5);
            expect(paged).toEqual(whole);
        }
    });
});
