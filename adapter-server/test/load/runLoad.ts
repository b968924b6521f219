import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { openTestDatabase } from '../database.ts';
import { checkInvariants } from '../invariants.ts';
import { Random } from '../random.ts';
import { AgentClient } from './agentClient.ts';
import { noDeeds, ScriptedAgent, type Deeds } from './agentScript.ts';
import { checkEveryMailOnce, checkFirstInFirstOut, checkSentOnce } from './checks.ts';
import { Customers } from './customers.ts';
import { addressOf, agentName, QUEUES, writeContactCenterFile } from './fileOfAgents.ts';
import { startServerProcess, type ServerProcess } from './serverProcess.ts';

export interface LoadOptions {
    readonly mails: number;
    readonly agents: number;
    readonly processes: number;
    readonly seed: number;
    /** How often one of the servers is killed and started again while it runs. */
    readonly kills: number;
    /** Mails under way at once. */
    readonly atOnce: number;
    readonly thinks: number;
    /** Milliseconds after which it counts as failed. */
    readonly limit: number;
    readonly report: (line: string) => void;
}
export interface LoadResult {
    readonly accepted: number;
    readonly firstOffersCompared: number;
    readonly deeds: Deeds;
    readonly seconds: number;
    readonly deadlocks: number;
}

const CUSTOMER_REPLIES = 0.1;

/**
 * Real server processes on one database, mail by SMTP, agents by sockets, until every customer has been answered; then
 * everything that must hold is looked at. Throws what does not.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
    const { seed, report } = options;
    report(
        `seed ${seed}: ${options.mails} mails, ${options.agents} agents, ${options.processes} servers, ${options.kills} kills`,
    );
    const random = new Random(seed);
    const directory = await mkdtemp(join(tmpdir(), 'patchbay-load-'));
    const file = join(directory, 'contact-center.json');
    await writeContactCenterFile(file, { agents: options.agents, ringFor: '4s' });
    const database = await openTestDatabase({ max: 3 });
    const mail = await Customers.open();
    const env = { DATABASE_URL: database.url, PATCHBAY_CONFIG: file, SMTP_URL: mail.smtpUrl };
    const servers = [await startServerProcess(env)];
    servers.push(
        ...(await Promise.all(Array.from({ length: options.processes - 1 }, () => startServerProcess(env)))),
    );
    const customers = mail.to(servers.map((server) => server.smtpPort));
    try {
        return await new Load(options, random, database.pool, servers, customers).run();
    } catch (error) {
        for (const server of servers) report(server.log().slice(-3_000));
        throw error;
    } finally {
        await Promise.all(servers.map((server) => server.close()));
        await customers.close();
        await database.drop();
        await rm(directory, { recursive: true, force: true });
    }
}

class Load {
    readonly #options: LoadOptions;
    readonly #random: Random;
    readonly #pool: pg.Pool;
    readonly #servers: readonly ServerProcess[];
    readonly #customers: Customers;
    readonly #deeds = noDeeds();
    readonly #began = performance.now();
    readonly #failures: unknown[] = [];
    #replies = 0;
    #stopped = false;

    constructor(
        options: LoadOptions,
        random: Random,
        pool: pg.Pool,
        servers: readonly ServerProcess[],
        customers: Customers,
    ) {
        this.#options = options;
        this.#random = random;
        this.#pool = pool;
        this.#servers = servers;
        this.#customers = customers;
    }

    async run(): Promise<LoadResult> {
        const agents = await this.#signEverybodyIn();
        this.#customersAnswer();
        const background = [this.#tellProgress(), this.#killServers()];
        try {
            await this.#sendAll();
            for (const { script } of agents) script.diligent = true;
            await this.#untilAnswered(agents.map(({ script }) => script));
        } finally {
            this.#stopped = true;
            await Promise.all(background);
        }
        await Promise.all(agents.map(({ script }) => script.stop()));
        return this.#look(agents);
    }

    async #signEverybodyIn() {
        const { rows } = await this.#pool.query<{ id: number }>(`select id from dispositions limit 1`);
        const habits = { thinks: this.#options.thinks, dispositionId: rows[0]?.id ?? 0 };
        const agents = Array.from({ length: this.#options.agents }, (_one, n) => {
            const server = this.#servers[n % this.#servers.length];
            const client = new AgentClient(server?.url ?? '', agentName(n));
            return {
                client,
                script: new ScriptedAgent(client, new Random(this.#options.seed + n), habits, this.#deeds),
            };
        });
        for (let n = 0; n < agents.length; n += 20)
            await Promise.all(agents.slice(n, n + 20).map(({ script }) => script.start()));
        this.#options.report(`${agents.length} agents signed in after ${this.#seconds()} s`);
        return agents;
    }

    async #sendAll(): Promise<void> {
        let next = 0;
        const sender = async (): Promise<void> => {
            for (let n = next++; n < this.#options.mails; n = next++)
                await this.#customers.send({
                    messageId: `<load.${n}@customer.example.com>`,
                    from: `customer${n}@customer${n % 97}.example.com`,
                    to: addressOf(this.#random.pick(QUEUES)),
                    subject: `Question ${n}`,
                    text: `Hello, this is my question number ${n}.`,
                });
        };
        await Promise.all(Array.from({ length: this.#options.atOnce }, sender));
        this.#options.report(`all mails accepted after ${this.#seconds()} s`);
    }

    #customersAnswer(): void {
        this.#customers.onReceived = ({ automatic, messageId, to, replyTo }) => {
            if (automatic || this.#random.next() > CUSTOMER_REPLIES) return;
            this.#replies += 1;
            const again = {
                messageId: `<reply.${this.#replies}@customer.example.com>`,
                from: to,
                to: replyTo,
            };
            this.#customers
                .send({ ...again, subject: 'Re: my question', text: 'One more thing.', inReplyTo: messageId })
                .catch((error: unknown) => this.#failures.push(error));
        };
    }

    async #killServers(): Promise<void> {
        for (let left = this.#options.kills; left > 0; left -= 1) {
            await pause(4_000 + this.#random.below(4_000));
            if (this.#stopped) return;
            const server = this.#random.pick(this.#servers);
            await server.kill();
            this.#options.report(`killed ${server.url} after ${this.#seconds()} s`);
            await server.start();
        }
    }

    async #untilAnswered(scripts: readonly ScriptedAgent[]): Promise<void> {
        while ((await this.#left()) > 0) {
            if (performance.now() - this.#began > this.#options.limit)
                throw new Error(`not everybody was answered in time: ${await this.#stuck()}`);
            await pause(1_500);
            const some = scripts.filter(() => this.#random.next() < 0.25);
            await Promise.all(some.map((script) => script.takesABreak()));
        }
    }
    /** Customers who wait, mails on their way, and customers' replies that no server has taken yet. */
    async #left(): Promise<number> {
        const { rows } = await this.#pool.query<{ waiting: number; outbox: number }>(
            `select (select count(*)::int from interactions where waiting_since is not null) as waiting,
                    (select count(*)::int from outbox where state = 'waiting') as outbox`,
        );
        const coming = this.#options.mails + this.#replies - this.#customers.accepted.size;
        return (rows[0]?.waiting ?? 0) + (rows[0]?.outbox ?? 0) + coming;
    }
    async #stuck(): Promise<string> {
        const { rows } = await this.#pool.query(
            `select routing_state, hold_reason, count(*)::int as n from interactions where waiting_since is not null group by 1, 2`,
        );
        return JSON.stringify(rows);
    }

    async #tellProgress(): Promise<void> {
        for (let n = 1; !this.#stopped; n += 1) {
            await pause(1_000);
            if (n % 10 !== 0 || this.#stopped) continue;
            const d = this.#deeds;
            this.#options.report(
                `${this.#seconds()} s: ${this.#customers.accepted.size} mails in, ${d.replied} answered, ${await this.#left()} left; ` +
                    `declined ${d.declined}, ignored ${d.ignored}, away ${d.wentAway}, vanished ${d.vanished}`,
            );
            await this.#check(false).catch((error: unknown) => this.#failures.push(error));
        }
    }

    async #look(agents: readonly { client: AgentClient; script: ScriptedAgent }[]): Promise<LoadResult> {
        const errors = [...this.#failures, ...agents.flatMap(({ script }) => script.errors)];
        if (errors.length > 0)
            throw new AggregateError(errors, `${errors.length} things failed: ${String(errors[0])}`);
        const gaps = agents.filter(({ client }) => client.gaps > 0).length;
        if (gaps > 0) throw new Error(`${gaps} agents saw a gap in their stream`);
        await this.#check(true);
        await checkEveryMailOnce(this.#pool, this.#customers);
        await checkSentOnce(this.#pool, this.#customers, { kills: this.#options.kills });
        const firstOffersCompared = await checkFirstInFirstOut(this.#pool, this.#customers);
        const { rows } = await this.#pool.query<{ n: number }>(
            `select deadlocks::int as n from pg_stat_database where datname = current_database()`,
        );
        const accepted = this.#customers.accepted.size;
        return {
            accepted,
            firstOffersCompared,
            deeds: this.#deeds,
            seconds: this.#seconds(),
            deadlocks: rows[0]?.n ?? 0,
        };
    }

    /** At rest: tried for some seconds, since timers are just being fired. */
    async #check(atRest: boolean): Promise<void> {
        for (let left = atRest ? 20 : 0; ; left -= 1) {
            const { rows } = await this.#pool.query<{ at: string }>(
                `select floor(extract(epoch from clock_timestamp()) * 1000) as at`,
            );
            try {
                return await checkInvariants(this.#pool, Number(rows[0]?.at ?? 0), { atRest });
            } catch (error) {
                if (left === 0) throw error;
                await pause(500);
            }
        }
    }

    #seconds(): number {
        return Math.round((performance.now() - this.#began) / 1_000);
    }
}
