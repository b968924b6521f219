import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../random.ts';
import type { ServerProcess } from '../load/serverProcess.ts';
import type { Dovecot } from '../dovecot.ts';
import { answers, type Postgres } from './postgres.ts';
import type { Sink } from './sink.ts';

export type Target = 'server' | 'database' | 'imap' | 'smtp';

/** One SIGKILL (or cut, where that is all one may do), as long as its effect lasted. */
export interface Kill {
    readonly target: Target;
    /** Which one, or the failpoint at which it killed itself. */
    readonly what: string;
    /** Epoch milliseconds. */
    readonly at: number;
    backAt: number | null;
}

/** Places at which a server kills itself; each is passed many times a minute. */
const FAILPOINTS = [
    'receiveEmail',
    'drainQueue',
    'mailDelivered',
    'claimMail',
    'command:acceptOffer',
    'command:sendReply',
    'command:undoSend',
    'command:transferInteraction',
    'command:dismissInteraction',
].flatMap((name) => [`${name}:before-commit`, `${name}:after-commit`]);
const AT_SENDING = ['sendMail:before-send', 'sendMail:after-send'];

/** One start in so many is armed with one. */
const FAILPOINT_EVERY = 3;
const MOST_STARTS = 60;
/** Not back within this it counts as lost: see the checks. */
const LONGEST_AWAY = 60_000;

/** A server that is started again whenever it has ended, as its supervisor would. */
export class Supervised {
    readonly process: ServerProcess;
    /** Ends that nobody asked for. */
    readonly crashes: string[] = [];
    ready = true;
    readonly #random: Random;
    readonly #kills: Kill[];
    #stopped = false;
    /** No failpoint, no waiting: the time of killing is over. */
    calm = false;
    #failpoint: string | null = null;
    #current: Kill | null = null;
    /** Those from which it has not come back. */
    readonly #mine: Kill[] = [];
    readonly #running: Promise<void>;

    constructor(server: ServerProcess, random: Random, kills: Kill[]) {
        this.process = server;
        this.#random = random;
        this.#kills = kills;
        this.#running = this.#supervise();
    }

    /** False where it is down already. */
    async kill(): Promise<boolean> {
        if (this.process.pid() === undefined) return false;
        this.#note(new URL(this.process.url).port);
        await this.process.kill();
        return true;
    }
    async stop(): Promise<void> {
        this.#stopped = true;
        await this.process.kill('SIGTERM');
        await this.#running;
    }

    #note(what: string): void {
        this.#current = { target: 'server', what, at: Date.now(), backAt: null };
        this.#kills.push(this.#current);
        this.#mine.push(this.#current);
    }

    async #supervise(): Promise<void> {
        for (;;) {
            await this.process.ended();
            this.ready = false;
            if (this.#stopped) return;
            if (this.#current === null && this.#failpoint !== null && this.process.lastEnd() === 'SIGKILL')
                this.#note(this.#failpoint);
            else if (this.#current === null)
                this.crashes.push(`${this.process.lastEnd()}: ${this.process.log().slice(-600)}`);
            if (!this.calm) await pause(this.#random.below(1_000));
            await this.#start();
        }
    }

    /** A database that is away ends a starting server with code 1: its supervisor tries again. */
    async #start(): Promise<void> {
        for (let left = MOST_STARTS; !this.#stopped; left -= 1) {
            this.#current = null;
            const armed = !this.calm && this.#random.below(FAILPOINT_EVERY) === 0;
            const place = this.#random.below(3) === 0 ? AT_SENDING : FAILPOINTS;
            this.#failpoint = armed ? `${this.#random.pick(place)}#${1 + this.#random.below(5)}` : null;
            try {
                await this.process.start(
                    this.#failpoint === null ? {} : { PATCHBAY_FAILPOINT: this.#failpoint },
                );
                this.ready = this.process.pid() !== undefined;
                // Killed again while it started: both are over when it is there at last.
                if (this.ready) for (const kill of this.#mine.splice(0)) kill.backAt = Date.now();
                return;
            } catch (error) {
                if (left === 0) throw error;
                await pause(300);
            }
        }
    }
}

export interface Victims {
    readonly servers: readonly Supervised[];
    readonly database: Postgres;
    readonly dovecot: Dovecot | null;
    readonly sink: Sink;
}

/** Kills whatever chance says, and brings back what has no supervisor of its own. */
export async function killOne(victims: Victims, random: Random, kills: Kill[]): Promise<void> {
    // Mostly one that works: what is killed while it starts has nothing in hand.
    if (random.below(5) > 0) await someReady(victims.servers);
    const working = victims.servers.filter(({ ready }) => ready);
    const chance = random.below(100);
    if (chance < 62) await random.pick(working.length > 0 ? working : victims.servers).kill();
    else if (chance < 66) for (const server of victims.servers) await server.kill();
    else if (chance < 80) await killDatabase(victims.database, random, kills);
    else if (chance < 88 && victims.dovecot) await killDovecot(victims.dovecot, random, kills);
    else await killSink(victims.sink, random, kills);
}

async function someReady(servers: readonly Supervised[]): Promise<void> {
    for (let left = 300; left > 0 && !servers.some(({ ready }) => ready); left -= 1) await pause(100);
}

async function killDatabase(database: Postgres, random: Random, kills: Kill[]): Promise<void> {
    const at = Date.now();
    const what = await database.kill();
    if (what === null) return;
    const kill: Kill = { target: 'database', what, at, backAt: null };
    kills.push(kill);
    await pause(random.below(1_500));
    await database.revive();
    for (const givenUp = performance.now() + LONGEST_AWAY; performance.now() < givenUp; await pause(100))
        if (await answers(database.url)) {
            kill.backAt = Date.now();
            return;
        }
}

async function killDovecot(dovecot: Dovecot, random: Random, kills: Kill[]): Promise<void> {
    if (dovecot.pid() === undefined) return;
    const kill: Kill = {
        target: 'imap',
        what: 'Dovecot, all of its processes',
        at: Date.now(),
        backAt: null,
    };
    await dovecot.halt();
    kills.push(kill);
    await pause(random.below(1_500));
    await dovecot.resume();
    kill.backAt = Date.now();
}

async function killSink(sink: Sink, random: Random, kills: Kill[]): Promise<void> {
    const at = Date.now();
    if (!(await sink.kill())) return;
    const kill: Kill = { target: 'smtp', what: 'mail server of the world', at, backAt: null };
    kills.push(kill);
    await pause(random.below(1_500));
    await sink.start();
    kill.backAt = Date.now();
}
