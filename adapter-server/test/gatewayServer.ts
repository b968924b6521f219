import pino from 'pino';
import { io, type Socket } from 'socket.io-client';
import { createMailDisplay } from '../src/channels/email/display/mailDisplay.ts';
import { createMailReader } from '../src/channels/email/reading/createMailReader.ts';
import { buildPlusAddress, parsePlusAddress } from '../src/channels/email/plusAddress.ts';
import { signReplyToken, verifyReplyToken } from '../src/channels/email/replyToken.ts';
import { commandTable } from '../src/composition/commandTable.ts';
import { mailboxTrials } from '../src/composition/mailboxTrials.ts';
import { hashPassword } from '../src/gateway/authentication/passwords.ts';
import type { CommandHandlers } from '../src/gateway/commandHandlers.ts';
import { createGateway, type Gateway, type GatewayParts } from '../src/gateway/gateway.ts';
import type { GatewaySettings } from '../src/gateway/settings.ts';
import type { CommandName, Reply } from '../src/protocol/commands.ts';
import { PROTOCOL_VERSION } from '../src/protocol/primitives.ts';
import type { QueryName } from '../src/protocol/queries.ts';
import { SecretBox } from '../src/storage/sealing/secretBox.ts';
import type { Signals } from '../src/storage/signals.ts';
import { Store } from '../src/storage/transaction.ts';
import type { ContactCenter } from '../src/workflows/contactCenter.ts';
import { ReceiveEmail } from '../src/workflows/receiveEmail.ts';
import { keepTargets } from '../src/workflows/targets/keepTargets.ts';
import { openContactCenter } from './firstRunCenter.ts';

export const PASSWORD = 'correct horse battery';
/** argon2id is slow on purpose: once a test file. */
let passwordHash: Promise<string> | undefined;

export type GatewayUnderTest = Awaited<ReturnType<typeof openGateway>>;
export interface GatewayOptions {
    readonly file?: ContactCenter;
    readonly settings?: Partial<GatewaySettings>;
    readonly parts?: Partial<GatewayParts>;
    readonly commands?: Partial<CommandHandlers>;
}

/** The real gateway on a free port, on a real database, with the real workflows; the clock stands. */
export async function openGateway(options: GatewayOptions = {}) {
    const center = await openContactCenter(options.file);
    passwordHash ??= hashPassword(PASSWORD);
    await center.rows(`update agents set password_hash = $1`, [await passwordHash]);
    const listeners: ((signals: Signals) => void)[] = [];
    const tell = (signals: Signals): void => listeners.forEach((listener) => listener(signals));
    const { pool, clock } = center;
    const failpoint = (): void => undefined;
    const store = new Store({ pool, clock, failpoint, beforeCommit: keepTargets, onCommit: tell });
    const gateway = await createOrClose(
        {
            store,
            log: pino({ level: 'silent' }),
            processId: 'p1',
            settings: {
                host: '127.0.0.1',
                port: 0,
                publicUrl: null,
                demo: false,
                testClock: false,
                adminToken: null,
                salesforceIdentityKey: null,
                trustProxy: false,
                ...options.settings,
            },
            commands: { ...realCommands(store), ...options.commands },
            bus: { subscribe: (listener) => void listeners.push(listener) },
            display: createMailDisplay(),
            mailboxes: mailboxTrials(secretBox, clock),
            mailReader: createMailReader(),
            staticMounts: [],
            health: () => Promise.resolve({ ready: true, checks: {} }),
            ...options.parts,
        },
        center.close,
    );
    const { port } = await gateway.listen();
    const url = `http://127.0.0.1:${port}`;
    const sockets: Socket[] = [];

    const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
        fetch(url + path, {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers },
            body: JSON.stringify(body),
        });
    const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
    return {
        ...center,
        store,
        gateway,
        url,
        post,
        bearer,
        /** Tells the gateway of what the center's own store committed. */
        announce: (): void => center.signalled.splice(0).forEach(tell),
        token: async (username: string): Promise<string> => {
            const response = await post('/api/v1/sign-in', { username, password: PASSWORD });
            return ((await response.json()) as { token: string }).token;
        },
        command: async (token: string, name: CommandName, args: object, id?: string) => {
            const key: Record<string, string> = id === undefined ? {} : { 'idempotency-key': id };
            const response = await post(`/api/v1/commands/${name}`, args, { ...bearer(token), ...key });
            return { status: response.status, reply: (await response.json()) as Reply<never> };
        },
        query: async (token: string, name: QueryName, args: object = {}) => {
            const response = await post(`/api/v1/queries/${name}`, args, bearer(token));
            return { status: response.status, reply: (await response.json()) as Reply<never> };
        },
        /** Not yet connected: listen first, then `connect`. */
        socket: (token: string, protocolVersion = PROTOCOL_VERSION): Socket => {
            const socket = io(`${url}/agent`, {
                auth: { token, protocolVersion },
                transports: ['websocket'],
                autoConnect: false,
                forceNew: true,
                reconnectionDelay: 10,
                reconnectionDelayMax: 20,
            });
            sockets.push(socket);
            return socket;
        },
        close: async (): Promise<void> => {
            for (const socket of sockets) socket.disconnect();
            await gateway.close();
            await center.close();
        },
    };
}

async function createOrClose(parts: GatewayParts, close: () => Promise<void>): Promise<Gateway> {
    try {
        return createGateway(parts);
    } catch (error) {
        await close();
        throw error;
    }
}

const replyTokens = {
    sign: signReplyToken,
    verify: verifyReplyToken,
    address: buildPlusAddress,
    parse: parsePlusAddress,
};

/** A key of its own: what is sealed here opens here. */
const secretBox = new SecretBox([Buffer.alloc(32, 7)]);

function realCommands(store: Store): CommandHandlers {
    return commandTable({
        replyTokens,
        receiveEmail: new ReceiveEmail({
            store,
            replyTokens,
            preview: (text) => text.slice(0, 140),
            mailReader: createMailReader(),
        }),
        parseMail: () => Promise.resolve({ unparsable: 'not parsed here' }),
        hashPassword: () => Promise.resolve('hash'),
        secretBox,
        preview: (text) => text.slice(0, 140),
    });
}

/** Resolves with the next event of that name. */
export const nextEvent = <T>(socket: Socket, name: string): Promise<T> =>
    new Promise((resolve) => socket.once(name, resolve));

export async function connected(socket: Socket): Promise<Socket> {
    const done = new Promise<void>((resolve, reject) => {
        socket.once('connect', resolve);
        socket.once('connect_error', reject);
    });
    socket.connect();
    await done;
    return socket;
}

export const ask = (socket: Socket, event: string, payload: unknown): Promise<Reply<never>> =>
    socket.timeout(5_000).emitWithAck(event, payload) as Promise<Reply<never>>;
