import { setTimeout as pause } from 'node:timers/promises';
import { inWords, lookAtInvariants } from '../invariants.ts';
import { Random } from '../random.ts';
import type { Answers, ChaosAgent, Deeds } from './agents.ts';
import { openCenter, type Center } from './center.ts';
import { checkMails, checkRows, checkSent, type Check } from './checks.ts';
import { WritingCustomers } from './customers.ts';
import type { Repeated } from './duplicates.ts';
import type { Leftovers } from './leftovers.ts';
import type { ChaosOptions } from './options.ts';
import { Senders } from './senders.ts';
import { signInAgents } from './signInAgents.ts';
import { killOne, Supervised, type Kill } from './victims.ts';

export interface ChaosResult {
    readonly checks: readonly Check[];
    readonly kills: readonly Kill[];
    readonly refusals: number;
    readonly repeated: readonly Repeated[];
    readonly deeds: Deeds;
    readonly mails: {
        readonly accepted: number;
        readonly retries: number;
        readonly replies: number;
        readonly byImap: number;
    };
    readonly looks: number;
    readonly seconds: number;
    /** From the last kill until nobody waited any more. */
    readonly quietAfter: number;
    readonly database: string;
    readonly withoutImap: string | null;
    readonly interrupted: boolean;
}

const LOOK_EVERY = 10_000;
const QUIET_WITHIN = 6 * 60_000;
const LAST_MAIL_WITHIN = 60_000;

/** Kills for as long as it was asked to, lets everything come to rest, and looks. Throws only where it cannot run at all. */
export async function runChaos(
    options: ChaosOptions,
    { leftovers, stop, report }: { leftovers: Leftovers; stop: AbortSignal; report: (line: string) => void },
): Promise<ChaosResult> {
    const center = await openCenter(options, leftovers);
    return new Chaos(options, center, stop, report).run(leftovers);
}

class Chaos {
    readonly #options: ChaosOptions;
    readonly #center: Center;
    readonly #stop: AbortSignal;
    readonly #report: (line: string) => void;
    readonly #random: Random;
    readonly #kills: Kill[] = [];
    readonly #deeds: Deeds = {};
    readonly #answers: Answers = new Map();
    readonly #servers: readonly Supervised[];
    readonly #customers: WritingCustomers;
    #agents: ChaosAgent[] = [];
    readonly #broken: string[] = [];
    readonly #began = performance.now();
    #refusals = 0;
    #looks = 0;
    #open = 0;
    #over = false;

    constructor(options: ChaosOptions, center: Center, stop: AbortSignal, report: (line: string) => void) {
        this.#options = options;
        this.#center = center;
        this.#stop = stop;
        this.#report = report;
        this.#random = new Random(options.seed);
        const { servers, dovecot, sink } = center;
        this.#servers = servers.map(
            (server, n) => new Supervised(server, new Random(options.seed + n + 1), this.#kills),
        );
        const senders = new Senders({
            smtp: servers.map(({ smtpPort }) => smtpPort),
            lmtp: dovecot?.lmtpPort ?? null,
        });
        this.#customers = new WritingCustomers(senders, sink, new Random(options.seed + 50), {
            seed: options.seed,
            withImap: dovecot !== null,
        });
    }

    async run(leftovers: Leftovers): Promise<ChaosResult> {
        leftovers.add(() => void (this.#over = true));
        for (const server of this.#servers) leftovers.add(() => server.stop());
        leftovers.add(() => this.#customers.abandon());
        leftovers.add(() => this.#agents.forEach(({ client }) => client.disconnect()));
        const known = { deeds: this.#deeds, answers: this.#answers };
        this.#agents = await signInAgents(this.#options, this.#center, known);
        this.#report(`${this.#agents.length} agents signed in; killing begins`);
        const writing = this.#customers.write(() => this.#open);
        const watching = this.#watch();
        await this.#killAll();
        for (const server of this.#servers) server.calm = true;
        const calmAt = performance.now();
        this.#report('no more kills; waiting until everybody is answered');
        for (const agent of this.#agents) agent.diligent = true;
        const quiet = await this.#untilQuiet(this.#customers.finish());
        const quietAfter = seconds(performance.now() - calmAt);
        const last = await this.#oneMore();
        this.#over = true;
        await Promise.all([writing, watching]);
        await Promise.all(this.#agents.map((agent) => Promise.race([agent.stop(), pause(10_000)])));
        return this.#look([...quiet, ...last], quietAfter);
    }

    async #killAll(): Promise<void> {
        const { database, dovecot, sink } = this.#center;
        const until = performance.now() + this.#options.minutes * 60_000;
        while (this.#kills.length < this.#options.kills && performance.now() < until && !this.#stop.aborted) {
            await pause(200 + this.#random.below(2 * this.#options.every - 400), undefined, {
                signal: this.#stop,
            }).catch(() => undefined);
            if (this.#stop.aborted || this.#kills.length >= this.#options.kills) break;
            if (this.#random.below(10) === 0) void this.#refuseForAWhile();
            await killOne({ servers: this.#servers, database, dovecot, sink }, this.#random, this.#kills);
        }
    }
    async #refuseForAWhile(): Promise<void> {
        this.#refusals += 1;
        this.#center.sink.refuse(true);
        await pause(1_000 + this.#random.below(2_000));
        this.#center.sink.refuse(false);
    }

    /** Progress, and what must hold after every commit looked at again and again. */
    async #watch(): Promise<void> {
        for (let looked = 0; !this.#over; await pause(1_000)) {
            const counts = await this.#left().catch(() => null);
            if (counts) this.#open = counts.waiting;
            if (performance.now() - looked < LOOK_EVERY) continue;
            looked = performance.now();
            const { accepted, retries } = this.#customers.senders;
            const state = counts
                ? `${counts.waiting} wait, ${counts.outbox} mails to send`
                : 'the database is away';
            this.#report(
                `${this.#kills.length} of ${this.#options.kills} kills; ${accepted.size} mails accepted (${retries} tries failed), ` +
                    `${this.#deeds['sendReply'] ?? 0} replies, ${state}`,
            );
            const rules = await lookAtInvariants(this.#center.pool, Date.now()).catch(() => null);
            if (!rules) continue;
            this.#looks += 1;
            this.#broken.push(...rules.filter(({ rows }) => rows.length > 0).map(inWords));
        }
    }

    async #left(): Promise<{ waiting: number; outbox: number; pending: number }> {
        const { rows } = await this.#center.pool.query<{ waiting: number; outbox: number; pending: number }>(
            `select (select count(*)::int from interactions where waiting_since is not null or routing_state in ('queued', 'held', 'offered')) as waiting,
                    (select count(*)::int from interactions where status = 'pending') as pending,
                    (select count(*)::int from outbox where state = 'waiting') as outbox`,
        );
        return rows[0] ?? { waiting: 0, outbox: 0, pending: 0 };
    }

    /** Until all is accepted, answered and sent, and the rows are at rest. */
    async #untilQuiet(accepted: Promise<void>): Promise<Check[]> {
        let all = false;
        void accepted.then(() => (all = true));
        for (
            const givenUp = performance.now() + QUIET_WITHIN;
            performance.now() < givenUp;
            await pause(1_500)
        ) {
            const left = await this.#left().catch(() => null);
            if (left && all && left.waiting + left.outbox + left.pending === 0 && (await this.#atRest()))
                return [];
            const some = this.#agents.filter(() => this.#random.next() < 0.3);
            await Promise.all(
                some.map((agent) => agent.takesABreak().catch((error: unknown) => agent.errors.push(error))),
            );
        }
        const left = await this.#left();
        const broken = `${JSON.stringify(left)}, ${this.#customers.senders.underWay} mails not accepted`;
        return [
            { name: 'everything came to rest', broken: [broken], counted: `after ${QUIET_WITHIN / 1_000} s` },
        ];
    }
    async #atRest(): Promise<boolean> {
        const rules = await lookAtInvariants(this.#center.pool, Date.now(), { atRest: true }).catch(
            () => null,
        );
        return rules?.every(({ rows }) => rows.length === 0) ?? false;
    }

    /** It must still serve: one more mail each way, from the customer to an agent and back. */
    async #oneMore(): Promise<Check[]> {
        const { sink, dovecot } = this.#center;
        const checks: Check[] = [];
        for (const way of dovecot ? (['smtp', 'imap'] as const) : (['smtp'] as const)) {
            const mail = this.#customers.one(way);
            const began = performance.now();
            let got = { acknowledged: false, answered: false };
            while (!(got.acknowledged && got.answered) && performance.now() - began < LAST_MAIL_WITHIN) {
                await pause(200);
                const mine = sink.all().filter(({ to }) => to === mail.from);
                got = {
                    acknowledged: mine.some((one) => one.automatic),
                    answered: mine.some((one) => one.mark !== null),
                };
            }
            const done = got.acknowledged && got.answered;
            checks.push({
                name: `afterwards one more mail by ${way === 'imap' ? 'IMAP' : 'SMTP'} is acknowledged and answered`,
                broken: done ? [] : [`${mail.token}: ${JSON.stringify(got)}`],
                counted: `in ${((performance.now() - began) / 1_000).toFixed(1)} s`,
            });
        }
        await this.#untilQuiet(this.#customers.finish());
        return checks;
    }

    async #look(known: readonly Check[], quietAfter: number): Promise<ChaosResult> {
        const { pool, sink, database, withoutImap } = this.#center;
        const { senders } = this.#customers;
        const outside = {
            accepted: senders.accepted,
            sunk: sink.all(),
            answers: this.#answers,
            kills: this.#kills,
        };
        const sent = await checkSent(pool, outside);
        const gaps = this.#agents
            .filter(({ client }) => client.gaps > 0)
            .map(({ client }) => client.username);
        const errors = [...this.#customers.errors, ...this.#agents.flatMap((agent) => agent.errors)].map(
            String,
        );
        const crashes = this.#servers.flatMap((server) => server.crashes);
        const all = [...senders.accepted.values()];
        return {
            checks: [
                ...(await checkMails(pool, outside)),
                ...sent.checks,
                ...(await checkRows(pool, Date.now())),
                {
                    name: 'no agent saw a gap in the stream',
                    broken: gaps,
                    counted: `${this.#agents.length} agents`,
                },
                {
                    name: 'every command and mail got its answer',
                    broken: errors,
                    counted: `${errors.length} without`,
                },
                {
                    name: 'everything that was killed came back',
                    broken: this.#kills
                        .filter(({ backAt }) => backAt === null)
                        .map((kill) => JSON.stringify(kill)),
                    counted: `${this.#kills.length} kills`,
                },
                { name: 'no server ended by itself', broken: crashes, counted: `${crashes.length} ends` },
                {
                    name: 'the rows were right at every look while it was killed',
                    broken: this.#broken,
                    counted: `${this.#looks} looks`,
                },
                ...known,
            ],
            kills: this.#kills,
            refusals: this.#refusals,
            repeated: sent.repeated,
            deeds: this.#deeds,
            mails: {
                accepted: all.length,
                retries: senders.retries,
                replies: all.filter(({ inReplyTo }) => inReplyTo).length,
                byImap: all.filter(({ way }) => way !== 'smtp').length,
            },
            looks: this.#looks,
            seconds: seconds(performance.now() - this.#began),
            quietAfter,
            database: database.description,
            withoutImap,
            interrupted: this.#stop.aborted,
        };
    }
}

const seconds = (ms: number): number => Math.round(ms / 1_000);
