import type pg from 'pg';
import type { Duration, Instant } from '../src/core/duration.ts';
import type { MailAddress, ParsedMail, ReceiveOutcome } from '../src/ports/mailboxEvents.ts';
import type { SendOutcome, OutgoingMail } from '../src/ports/mail.ts';
import { openPool } from '../src/storage/database.ts';
import { beat } from '../src/storage/connections.ts';
import { noSignals, type Signals } from '../src/storage/signals.ts';
import { Store, type Transaction } from '../src/storage/transaction.ts';
import { openAgentConnection } from '../src/workflows/agentConnections.ts';
import { acceptOffer } from '../src/workflows/acceptOffer.ts';
import { deliverMail } from '../src/workflows/deliverMail.ts';
import { drainWoken } from '../src/workflows/drainWoken.ts';
import type { Actor, Outcome } from '../src/workflows/outcome.ts';
import { keepTargets } from '../src/workflows/targets/keepTargets.ts';
import { ReceiveEmail } from '../src/workflows/receiveEmail.ts';
import { runDueTimers } from '../src/workflows/runDueTimers.ts';
import { signReplyToken, verifyReplyToken } from '../src/channels/email/replyToken.ts';
import { createMailReader } from '../src/channels/email/reading/createMailReader.ts';
import { buildPlusAddress, parsePlusAddress } from '../src/channels/email/plusAddress.ts';
import {
    insertAgent,
    insertQueue,
    type AgentOptions,
    type QueueOptions,
    type TestAgent,
} from './centerRows.ts';
import { openTestDatabase } from './database.ts';
import { FakeClock } from './fakeClock.ts';

export type { TestAgent };
export interface Row {
    readonly id: number;
    readonly routing_state: string;
    readonly status: string;
    readonly agent_id: number | null;
    readonly held_for: number | null;
    readonly hold_reason: string | null;
    readonly hold_until: number | null;
    readonly original_agent_id: number | null;
    readonly waiting_since: number | null;
    readonly why: { kind: string } & Record<string, unknown>;
}

/**
 * A contact center on a database of its own: the real workflows and statements, time that moves only by `advance`,
 * and no gateway. `settle` does what the scheduler does, until nothing is left to do.
 */
export class ContactCenter {
    readonly clock: FakeClock;
    readonly store: Store;
    readonly pool: pg.Pool;
    readonly sent: OutgoingMail[] = [];
    readonly receive: ReceiveEmail;
    sendOutcome: (mail: OutgoingMail) => SendOutcome = () => ({ sent: true, response: '250 ok' });
    /** Set to stop at a named place, as a killed process does. */
    failpoint: (name: string) => void = () => undefined;
    #signals: Signals = noSignals();
    readonly #drop: () => Promise<void>;
    #mails = 0;

    private constructor(pool: pg.Pool, clock: FakeClock, drop: () => Promise<void>) {
        this.pool = pool;
        this.clock = clock;
        this.#drop = drop;
        this.store = new Store({
            pool,
            clock,
            failpoint: (name) => this.failpoint(name),
            beforeCommit: keepTargets,
            onCommit: (signals) => this.#hear(signals),
        });
        this.receive = new ReceiveEmail({
            store: this.store,
            replyTokens: {
                sign: signReplyToken,
                verify: verifyReplyToken,
                address: buildPlusAddress,
                parse: parsePlusAddress,
            },
            preview: (text) => text.slice(0, 140),
            mailReader: createMailReader(),
        });
    }

    static async open({ at = Date.UTC(2026, 2, 4, 9) }: { at?: Instant } = {}): Promise<ContactCenter> {
        const database = await openTestDatabase();
        const pool = openPool({ connectionString: database.url, max: 8 }, () => undefined);
        const center = new ContactCenter(pool, new FakeClock(at), async () => {
            await pool.end();
            await database.drop();
        });
        await pool.query(
            `insert into organization (id, name, time_zone, pause_reasons, undo_send_for) values (1, 'Test', 'UTC', '{Lunch}', 0)`,
        );
        await center.beat();
        return center;
    }

    close(): Promise<void> {
        return this.#drop();
    }

    queue(name: string, options: QueueOptions = {}): Promise<number> {
        return insertQueue(this.pool, name, options);
    }

    agent(firstName: string, queues: readonly number[], options: AgentOptions = {}): Promise<TestAgent> {
        return insertAgent(this.pool, firstName, queues, options);
    }

    /** Signs in and is connected; the organization's default makes them Available. */
    async arrives(agent: TestAgent, connectionId = `c${agent.id}`): Promise<void> {
        await this.store.transaction('test', async (tx) => {
            const { rows } = await this.pool.query<{ id: number }>(
                `insert into sessions (token_hash, agent_id, created_at, expires_at) values ($1, $2, 0, 9e15::bigint) returning id`,
                [Buffer.from(`${agent.id}-${connectionId}-${Math.random()}`), agent.id],
            );
            await openAgentConnection(tx, {
                connectionId,
                processId: 'test',
                sessionId: rows[0]?.id ?? 0,
                agentId: agent.id,
            });
        });
        await this.settle();
    }

    /** What the gateway's heartbeat does: connections of this process are alive now. */
    beat(): Promise<void> {
        return this.store.transaction('beat', (tx) => beat(tx, 'test'));
    }

    async advance(by: Duration): Promise<void> {
        this.clock.at += by;
        await this.beat();
        await this.settle();
    }

    mail(parts: Partial<ParsedMail> & { to?: readonly MailAddress[] } = {}): ParsedMail {
        this.#mails += 1;
        const n = this.#mails;
        return {
            messageId: `<m${n}@customer.example.com>`,
            inReplyTo: [],
            references: [],
            from: { name: 'Maria', address: 'maria@customer.example.com' },
            replyTo: [],
            to: [{ name: '', address: 'support@example.com' }],
            cc: [],
            subject: `Question ${n}`,
            date: this.clock.at,
            text: `Hello ${n}`,
            html: null,
            attachments: [],
            classification: { kind: 'human', reasons: [] },
            authentication: { spf: 'none', dkim: 'none', dmarc: 'none' },
            contentHash: `hash-${n}`,
            bouncedMessageId: null,
            ...parts,
        };
    }

    async arrivesMail(parts: Partial<ParsedMail> = {}, settle = true): Promise<ReceiveOutcome> {
        const parsed = this.mail(parts);
        const outcome = await this.receive.received({
            origin: { kind: 'smtp', mailboxId: null, cursor: null },
            envelopeFrom: parsed.from?.address ?? null,
            envelopeTo: parsed.to.map((to) => to.address),
            raw: Buffer.from(`raw ${parsed.contentHash}`),
            content: { parsed },
        });
        if (settle) await this.settle();
        return outcome;
    }

    /** A new thread's interaction id. */
    async thread(parts: Partial<ParsedMail> = {}): Promise<number> {
        const outcome = await this.arrivesMail(parts);
        if (outcome.outcome !== 'stored') throw new Error(`mail was ${outcome.outcome}`);
        return outcome.interactionId;
    }

    /** The customer answers what was last sent on the interaction. */
    async customerReplies(interactionId: number, parts: Partial<ParsedMail> = {}): Promise<ReceiveOutcome> {
        const { rows } = await this.pool.query<{ message_id: string }>(
            `select message_id from messages where interaction_id = $1 and direction = 'outbound' and kind = 'message' order by id desc limit 1`,
            [interactionId],
        );
        return this.arrivesMail({ inReplyTo: rows[0] ? [rows[0].message_id] : [], ...parts });
    }

    run<T>(name: string, work: (tx: Transaction) => Promise<Outcome<T>>): Promise<Outcome<T>> {
        return this.store
            .transaction(name, async (tx) => {
                const outcome = await work(tx);
                if (!outcome.ok) throw new RolledBack(outcome);
                return outcome;
            })
            .catch((error: unknown) => {
                if (error instanceof RolledBack) return error.outcome as Outcome<T>;
                throw error;
            })
            .finally(() => this.settle()) as Promise<Outcome<T>>;
    }

    async do<A, T>(
        workflow: (tx: Transaction, actor: Actor, args: A) => Promise<Outcome<T>>,
        agent: TestAgent,
        args: A,
    ): Promise<T> {
        const outcome = await this.run(workflow.name, (tx) => workflow(tx, agent.actor, args));
        if (!outcome.ok) throw new Error(`${workflow.name} refused: ${outcome.reason}`);
        return outcome.value;
    }

    async accept(agent: TestAgent): Promise<number> {
        const { rows } = await this.pool.query<{ id: number }>(
            `select id from offers where agent_id = $1 and outcome = 'ringing' order by id limit 1`,
            [agent.id],
        );
        const offerId = rows[0]?.id;
        if (!offerId) throw new Error('nothing rings at this agent');
        return (await this.do(acceptOffer, agent, { offerId })).interactionId;
    }

    async ringingAt(agent: TestAgent): Promise<number[]> {
        const { rows } = await this.pool.query<{ interaction_id: number }>(
            `select interaction_id from offers where agent_id = $1 and outcome = 'ringing' order by id`,
            [agent.id],
        );
        return rows.map((row) => row.interaction_id);
    }

    async interaction(id: number): Promise<Row> {
        const { rows } = await this.pool.query<Row>(`select * from interactions where id = $1`, [id]);
        if (!rows[0]) throw new Error(`no interaction ${id}`);
        return rows[0];
    }

    async journal(id: number): Promise<string[]> {
        const { rows } = await this.pool.query<{ kind: string }>(
            `select kind from journal where interaction_id = $1 order by seq`,
            [id],
        );
        return rows.map((row) => row.kind);
    }

    /** Until a transaction of ours waits for a lock of another one. */
    async untilBlocked(): Promise<void> {
        for (;;) {
            const { rows } = await this.pool.query<{ n: number }>(
                `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
            );
            if ((rows[0]?.n ?? 0) > 0) return;
            await new Promise(setImmediate);
        }
    }

    /** Timers, drains and the outbox until all is quiet. */
    async settle(): Promise<void> {
        for (let round = 0; round < 50; round += 1) {
            const signals = this.#signals;
            this.#signals = noSignals();
            await drainWoken(this.store, signals);
            const run = await runDueTimers(this.store, (error) => {
                throw error;
            });
            const delivered = await deliverMail({
                store: this.store,
                processId: 'test',
                failpoint: (name) => this.failpoint(name),
                htmlOf: (text) => text,
                sender: {
                    send: async (mail) => {
                        const outcome = this.sendOutcome(mail);
                        if (outcome.sent) this.sent.push(mail);
                        return outcome;
                    },
                    close: async () => undefined,
                },
            });
            const woken = this.#signals.agents.size + this.#signals.queues.size;
            if (run.fired === 0 && delivered === 0 && woken === 0) return;
        }
        throw new Error('the contact center does not come to rest');
    }

    #hear(signals: Signals): void {
        for (const id of signals.agents) this.#signals.agents.add(id);
        for (const id of signals.queues) this.#signals.queues.add(id);
    }
}

class RolledBack extends Error {
    readonly outcome: unknown;
    constructor(outcome: unknown) {
        super('rolled back');
        this.outcome = outcome;
    }
}
