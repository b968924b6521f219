import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import { startEmbeddedServer } from '../chaos/embeddedServer.ts';
import type { Leftovers } from '../chaos/leftovers.ts';
import { Sink } from '../chaos/sink.ts';
import { AgentClient } from '../load/agentClient.ts';
import { mailsIn, type MailFile } from './mailFiles.ts';

export interface Tried {
    readonly name: string;
    readonly outcome: 'stored' | 'threaded' | 'duplicate' | 'quarantined' | 'lost';
    /** By our classification; empty where it was not stored. */
    readonly kind: string;
    readonly signs: readonly string[];
    readonly acknowledged: boolean;
    /** Why it is in quarantine, was not acknowledged, or was lost. */
    readonly why: string;
    /** Milliseconds from the connection to 250. */
    readonly took: number;
}

const ADDRESS = 'support@example.com';
const CENTER = {
    // Many mails of a corpus have one sender: the cap would hide what is looked at here.
    organization: { name: 'Trial', timeZone: 'UTC', acknowledgementsPerSenderADay: 1_000_000 },
    queues: [{ name: 'Support', openingHours: { weekly: {} } }],
    mailboxes: [{ address: ADDRESS, displayName: 'Support', queue: 'Support', kind: 'intake' }],
    agents: [
        {
            username: 'admin',
            firstName: 'Trial',
            lastName: 'Admin',
            email: 'admin@example.com',
            role: 'admin',
        },
    ],
};

/** Sends every mail below the folder to a server of its own, and looks what became of each. */
export async function tryMails(
    folder: string,
    { leftovers, report }: { leftovers: Leftovers; report: (tried: Tried) => void },
): Promise<{ tried: Tried[]; acknowledgements: { written: number; received: number; twice: number } }> {
    const directory = mkdtempSync(join(tmpdir(), 'patchbay-mails-'));
    leftovers.addDirectory(directory);
    const file = join(directory, 'center.json');
    writeFileSync(file, JSON.stringify(CENTER));
    const sink = await Sink.open();
    leftovers.addDirectory(sink.directory);
    leftovers.add(
        () => sink.close(),
        () => sink.pid(),
    );
    const { database, server } = await startEmbeddedServer(
        { PATCHBAY_CONFIG: file, SMTP_URL: sink.url },
        leftovers,
    );
    const pool = new pg.Pool({ connectionString: database.url, max: 2 });
    pool.on('error', () => undefined);
    const admin = new AgentClient(server.url, 'admin');
    await admin.signIn();
    leftovers.add(() => admin.disconnect());
    leftovers.add(() => pool.end());
    const tried: Tried[] = [];
    for (const mail of mailsIn(folder)) {
        const one = await tryOne(mail, {
            pool,
            admin,
            port: server.smtpPort,
            alive: () => server.pid() !== undefined,
        });
        tried.push(one);
        report(one);
    }
    return { tried, acknowledgements: await acknowledgementsOf(pool, sink) };
}

interface Where {
    readonly pool: pg.Pool;
    readonly admin: AgentClient;
    readonly port: number;
    readonly alive: () => boolean;
}

async function tryOne(mail: MailFile, where: Where): Promise<Tried> {
    const { pool, admin } = where;
    const before = await newest(pool);
    const began = performance.now();
    const refused = await send(mail, where);
    const took = Math.round(performance.now() - began);
    const nothing = { name: mail.name, kind: '', signs: [], acknowledged: false, took };
    if (refused !== null) return { ...nothing, outcome: 'lost', why: refused };
    const after = await newest(pool);
    if (after.quarantine > before.quarantine)
        return { ...nothing, outcome: 'quarantined', why: after.reason };
    if (after.message === before.message)
        return { ...nothing, outcome: 'duplicate', why: 'It was stored before.' };
    const { rows } = await pool.query<{
        data: Record<string, unknown>;
        kind: string;
        interaction_id: number;
    }>(
        `select j.kind, j.data, j.interaction_id from journal j
         where (j.data ->> 'messageId')::int = $1 or (j.kind = 'acknowledged' and j.interaction_id = (select interaction_id from messages where id = $1))
         order by j.seq`,
        [after.message],
    );
    const received = rows.find(({ kind }) => kind === 'received');
    const shown = await admin.query('getInteraction', {
        interactionId: received?.interaction_id ?? 0,
        showRemote: false,
    });
    if (!shown.ok) return { ...nothing, outcome: 'lost', why: `It cannot be shown: ${shown.message}` };
    const classification = received?.data['classification'] as
        { kind: string; reasons: string[] } | undefined;
    const skipped = rows.find(({ kind }) => kind === 'acknowledgement_skipped');
    const threaded = received?.data['appended'] === true;
    return {
        ...{ name: mail.name, took, outcome: threaded ? 'threaded' : 'stored' },
        ...{ kind: classification?.kind ?? '?', signs: classification?.reasons ?? [] },
        acknowledged: !threaded && rows.some(({ kind }) => kind === 'acknowledged'),
        why: threaded ? 'It belongs to a thread.' : String(skipped?.data['reason'] ?? ''),
    };
}

/** Null when the server said 250; tried again where it said "later". */
async function send(mail: MailFile, { port, alive }: Where): Promise<string | null> {
    const from = mail.envelopeFrom === undefined ? senderIn(mail.raw) : (mail.envelopeFrom ?? '');
    const senders = [from, 'unknown@sender.example.net'];
    let said = '';
    for (const sender of senders) {
        const transport = createTransport({
            host: '127.0.0.1',
            port,
            ignoreTLS: true,
            socketTimeout: 60_000,
        });
        try {
            await transport.sendMail({ envelope: { from: sender, to: [ADDRESS] }, raw: mail.raw });
            return null;
        } catch (error) {
            said = error instanceof Error ? error.message : String(error);
            if (!alive()) return `The server ended: ${said}`;
        } finally {
            transport.close();
        }
    }
    return said;
}

function senderIn(raw: Buffer): string {
    const head = raw.toString('latin1').split(/\r?\n\r?\n/, 1)[0] ?? '';
    const from = /^From:(.*(?:\r?\n[ \t].*)*)/im.exec(head)?.[1] ?? '';
    return /[\w.+=-]{1,64}@[\w.-]{1,200}/.exec(from)?.[0] ?? '';
}

async function newest(pool: pg.Pool): Promise<{ message: number; quarantine: number; reason: string }> {
    const { rows } = await pool.query<{ message: number; quarantine: number; reason: string | null }>(
        `select coalesce((select max(id) from messages where direction = 'inbound'), 0) as message,
                coalesce((select max(id) from quarantine), 0) as quarantine,
                (select reason from quarantine order by id desc limit 1) as reason`,
    );
    const [row] = rows;
    return { message: row?.message ?? 0, quarantine: row?.quarantine ?? 0, reason: row?.reason ?? '' };
}

/** Once everything is sent: each acknowledgement once, at the mail server of the world. */
async function acknowledgementsOf(pool: pg.Pool, sink: Sink) {
    for (let left = 120; left > 0; left -= 1) {
        const { rows } = await pool.query<{ n: number }>(
            `select count(*)::int as n from outbox where state = 'waiting'`,
        );
        if (rows[0]?.n === 0) break;
        await pause(250);
    }
    const { rows } = await pool.query<{ n: number }>(
        `select count(*)::int as n from messages where kind = 'acknowledgement'`,
    );
    const ids = sink.all().map(({ messageId }) => messageId);
    const received = new Set(ids).size;
    return { written: rows[0]?.n ?? 0, received, twice: ids.length - received };
}
