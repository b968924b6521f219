import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGateway, type GatewayUnderTest } from '../../../test/gatewayServer.ts';
import { hours } from '../../core/duration.ts';
import { isValidTicket, ticketFor } from '../tickets.ts';
import { safeFilename } from './uploadRoutes.ts';

const MB = 1024 * 1024;

describe('files', () => {
    let server: GatewayUnderTest;
    let ana: string;
    beforeAll(async () => {
        server = await openGateway();
        ana = await server.token('ana');
    });
    afterAll(() => server.close());

    const upload = (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
        fetch(`${server.url}/api/v1/uploads`, {
            method: 'POST',
            headers: { ...server.bearer(ana), 'content-type': 'application/pdf', ...headers },
            body: bytes,
        });
    const download = (path: string, token = ana) =>
        fetch(`${server.url}/api/v1/${path}`, { headers: server.bearer(token) });

    it('come back byte for byte, under their name, as something no browser runs', async () => {
        const bytes = crypto.getRandomValues(new Uint8Array(60_000));
        const name = 'Größe „1“ 📎.pdf';
        const response = await upload(bytes, { 'x-filename': encodeURIComponent(name) });
        const stored = (await response.json()) as { id: number };
        expect(stored).toMatchObject({ filename: name, contentType: 'application/pdf', size: 60_000 });

        const back = await download(`attachments/${stored.id}`);
        expect(Buffer.from(await back.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
        expect(back.headers.get('content-disposition')).toContain(
            `filename*=UTF-8''${encodeURIComponent(name)}`,
        );
        expect(back.headers.get('content-disposition')).toMatch(/^attachment;/);
        expect(back.headers.get('content-security-policy')).toBe(`default-src 'none'; sandbox`);
        expect(back.headers.get('x-content-type-options')).toBe('nosniff');
    });

    it('larger than a chunk come back whole', async () => {
        const bytes = new Uint8Array(1.5 * MB).map((_none, n) => n % 251);
        const { id } = (await (await upload(bytes)).json()) as { id: number };
        const back = Buffer.from(await (await download(`attachments/${id}`)).arrayBuffer());
        expect(back.equals(Buffer.from(bytes))).toBe(true);
    });

    it('are shown inline only where they are pictures', async () => {
        const store = async (contentType: string): Promise<number> => {
            const response = await upload(new Uint8Array([1, 2, 3]), { 'content-type': contentType });
            return ((await response.json()) as { id: number }).id;
        };
        const dispositionOf = async (contentType: string) =>
            (await download(`attachments/${await store(contentType)}?inline`)).headers.get(
                'content-disposition',
            );
        expect(await dispositionOf('image/png')).toMatch(/^inline;/);
        expect(await dispositionOf('image/svg+xml')).toMatch(/^attachment;/);
        expect(await dispositionOf('text/html')).toMatch(/^attachment;/);
    });

    it('of 25 MB are taken, one byte more is refused with words', async () => {
        expect((await upload(new Uint8Array(25 * MB))).status).toBe(200);
        const larger = await upload(new Uint8Array(25 * MB + 1));
        expect(larger.status).toBe(413);
        expect(await larger.json()).toMatchObject({
            code: 'bad_request',
            message: expect.stringMatching(/25 MB/),
        });
    });

    it('that do not say how large they are are read no further than the limit', async () => {
        const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
        socket.on('error', () => undefined);
        const answered = new Promise<string>((resolve) =>
            socket.once('data', (data) => resolve(String(data))),
        );
        socket.write(
            `POST /api/v1/uploads HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${ana}\r\ntransfer-encoding: chunked\r\n\r\n`,
        );
        const chunk = Buffer.alloc(MB);
        for (let n = 0; n < 26; n += 1) {
            socket.write(`${MB.toString(16)}\r\n`);
            socket.write(chunk);
            socket.write('\r\n');
        }
        expect(await answered).toMatch(/^HTTP\/1\.1 413/);
        socket.destroy();
    });

    it('need a session', async () => {
        const response = await fetch(`${server.url}/api/v1/uploads`, { method: 'POST', body: 'x' });
        expect(response.status).toBe(401);
    });

    it.each([
        ['../../etc/passwd', '_.._etc_passwd'],
        ['C:\\boot.ini', 'C:_boot.ini'],
        [encodeURIComponent('invoice\u202Efdp.exe'), 'invoice_fdp.exe'],
        ['a%0d%0ab', 'a__b'],
        ['%E0%A4%A', '%E0%A4%A'],
        ['...', 'file'],
        [undefined, 'file'],
        ['x'.repeat(300), 'x'.repeat(200)],
    ])('named %s are kept as %s', (given, kept) => {
        expect(safeFilename(given)).toBe(kept);
    });

    it('of another one do not exist, as little as those of no one', async () => {
        const { id } = (await (await upload(new Uint8Array([1]))).json()) as { id: number };
        const ben = await server.token('ben');
        const [theirs, nobodys] = [
            await download(`attachments/${id}`, ben),
            await download('attachments/99999', ben),
        ];
        expect([theirs.status, nobodys.status]).toEqual([404, 404]);
        expect(await theirs.json()).toEqual(await nobodys.json());
        expect((await download('attachments/no-number', ben)).status).toBe(404);
    });

    it('are not opened by a ticket of somebody else’s making', async () => {
        const { id } = (await (await upload(new Uint8Array([1]))).json()) as { id: number };
        const forged = ticketFor(Buffer.from('another secret'), id, server.clock.at);
        expect((await fetch(`${server.url}/api/v1/attachments/${id}?ticket=${forged}`)).status).toBe(404);
    });
});

describe('a ticket', () => {
    const secret = Buffer.from('the secret of this server');
    const now = Date.UTC(2027, 2, 1, 12, 30);
    const ticket = ticketFor(secret, 7, now);

    it('opens its attachment for two to three hours', () => {
        const until = Date.UTC(2027, 2, 1, 15);
        expect(isValidTicket(secret, 7, ticket, now)).toBe(true);
        expect(isValidTicket(secret, 7, ticket, until - 1)).toBe(true);
        expect(isValidTicket(secret, 7, ticket, until)).toBe(false);
    });

    it('is the same within an hour, so that the browser keeps the picture', () => {
        expect(ticketFor(secret, 7, now + hours(0.4))).toBe(ticket);
        expect(ticketFor(secret, 7, now + hours(1))).not.toBe(ticket);
    });

    it('opens nothing else, and bears no change', () => {
        expect(isValidTicket(secret, 8, ticket, now)).toBe(false);
        const [time = '', signature = ''] = ticket.split('.');
        const later = (Number.parseInt(time, 36) + hours(1)).toString(36);
        expect(isValidTicket(secret, 7, `${later}.${signature}`, now)).toBe(false);
        expect(isValidTicket(secret, 7, '', now)).toBe(false);
        expect(isValidTicket(secret, 7, `${time}.`, now)).toBe(false);
    });
});
