import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport, type Transporter } from 'nodemailer';
import type pg from 'pg';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { AgentClient } from '../../adapter-server/test/load/agentClient.ts';
import { addressOf, agentName, writeContactCenterFile } from '../../adapter-server/test/load/fileOfAgents.ts';
import { startServerProcess } from '../../adapter-server/test/load/serverProcess.ts';
import type { BenchContext, Benchmark, MeasuredRow } from './benchmark.ts';
import { growth } from './benchmark.ts';
import { fill } from './center.ts';
import { percentile } from './statistics.ts';

const MAILS = 120;
const EVERY = 1_000 / 30;
const AGENTS = 5;
const MOST_TIMES = 4;

/** What a customer's mail needs to ring, from the 250 on: open loop, whatever the server does. */
export const delivery: Benchmark = {
    name: 'delivery',
    what: 'From the 250 of the SMTP intake to the offer at the agent’s socket, at 30 mails a second, against one commit and one raw socket.io hop at the same rate.',
    async run(context) {
        const rows: MeasuredRow[] = [];
        for (const size of context.sizes) rows.push(...(await measure(context, size)));
        const [p50] = rows;
        const lastP50 = rows.at(-2);
        return p50 && lastP50 && p50 !== lastP50
            ? [...rows, growth('growth of the p50', p50, lastP50)]
            : rows;
    },
};

async function measure(
    { rounds, progress, openDatabase }: BenchContext,
    size: number,
): Promise<MeasuredRow[]> {
    const directory = await mkdtemp(join(tmpdir(), 'patchbay-bench-'));
    const file = join(directory, 'contact-center.json');
    await writeContactCenterFile(file, { agents: AGENTS, ringFor: '30m' });
    const database = await openDatabase();
    const server = await startServerProcess({ DATABASE_URL: database.url, PATCHBAY_CONFIG: file });
    const smtp = createTransport({
        host: '127.0.0.1',
        port: server.smtpPort,
        ignoreTLS: true,
        pool: true,
        maxConnections: 20,
        maxMessages: 10_000,
    });
    const hop = await openHop();
    const clients: AgentClient[] = [];
    try {
        await fill(database.pool, 1, size);
        await database.pool.query('update agent_channels set capacity = 100000');
        await database.pool.query(
            'create table bench_rows (id int generated always as identity primary key, n int)',
        );
        const offers = new Map<string, number>();
        for (let n = 0; n < AGENTS; n += 1) {
            const client = new AgentClient(server.url, agentName(n));
            client.onEvent = (event) => {
                if (event.kind === 'offered' && event.offer)
                    offers.set(event.offer.interaction.subject, performance.now());
            };
            await client.signIn();
            clients.push(client);
        }
        const ours: number[] = [];
        const reference: number[] = [];
        for (let round = 0; round <= rounds; round += 1) {
            const theirs = await hops(database.pool, hop);
            const own = await mails(smtp, offers, round);
            if (round === 0) continue;
            reference.push(...theirs);
            ours.push(...own);
            progress(
                `${size} stored, round ${round} of ${rounds}: p50 ${percentile(own, 0.5).toFixed(1)} ms against ${percentile(theirs, 0.5).toFixed(1)} ms`,
            );
        }
        return [0.5, 0.99].map((share) => ({
            name: `p${share * 100}, ${size} stored`,
            unit: 'ms',
            ours: percentile(ours, share),
            reference: percentile(reference, share),
            target: { of: 'ratio', at: 'most', value: MOST_TIMES },
            count: ours.length,
        }));
    } finally {
        for (const client of clients) client.disconnect();
        smtp.close();
        hop.close();
        await server.close();
        await database.drop();
        await rm(directory, { recursive: true, force: true });
    }
}

const openLoop = <T>(one: (n: number) => Promise<T>): Promise<T[]> => {
    const began = performance.now();
    return Promise.all(
        Array.from({ length: MAILS }, async (_one, n) => {
            await pause(Math.max(0, began + n * EVERY - performance.now()));
            return one(n);
        }),
    );
};

/** Milliseconds from the 250; below 0 where the offer was there before the customer's side had read it. */
async function mails(smtp: Transporter, offers: Map<string, number>, round: number): Promise<number[]> {
    const accepted = await openLoop(async (n) => {
        const subject = `Bench ${round}-${n}`;
        const from = `customer.${round}.${n}@bench.example.com`;
        await smtp.sendMail({ from, to: addressOf('Support'), subject, text: 'Hello, where is my order?' });
        return { subject, at: performance.now() };
    });
    const until = performance.now() + 30_000;
    while (accepted.some(({ subject }) => !offers.has(subject))) {
        if (performance.now() > until) throw new Error('a mail was not offered within 30 s');
        await pause(20);
    }
    return accepted.map(({ subject, at }) => (offers.get(subject) ?? Number.NaN) - at);
}

interface Hop {
    readonly server: Server;
    readonly client: Socket;
    close(): void;
}

async function openHop(): Promise<Hop> {
    const http: HttpServer = createServer();
    const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const { port } = http.address() as AddressInfo;
    const client = io(`http://127.0.0.1:${port}`, { transports: ['websocket'] });
    await new Promise<void>((resolve) => client.once('connect', () => resolve()));
    return {
        server,
        client,
        close: () => {
            client.disconnect();
            void server.close();
        },
    };
}

async function hops(pool: pg.Pool, { server, client }: Hop): Promise<number[]> {
    const arrived = new Map<number, (at: number) => void>();
    client.on('hop', (n: number) => arrived.get(n)?.(performance.now()));
    const took = await openLoop(async (n) => {
        const began = performance.now();
        const there = new Promise<number>((resolve) => arrived.set(n, resolve));
        await pool.query({ name: 'bench_row', text: 'insert into bench_rows (n) values ($1)', values: [n] });
        server.emit('hop', n);
        return (await there) - began;
    });
    client.off('hop');
    return took;
}
