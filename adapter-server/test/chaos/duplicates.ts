import type { SunkLine } from './sinkProcess.ts';
import type { Kill } from './victims.ts';

/** A mail that the world's mail server kept twice, and the kill that cut off its being noted. */
export interface Repeated {
    readonly messageId: string;
    readonly keptAt: number;
    readonly againAt: number;
    readonly automatic: boolean;
    readonly kill: Kill | null;
}

/**
 * Milliseconds from the mail server's keeping a mail to our note of it, with much to spare for a busy machine. In it
 * lie the mail server's 250 and one commit.
 */
const NOTED_WITHIN = 3_000;

/**
 * "One duplicate SMTP send per kill inside DATA is the physical limit": whoever dies between the other side's keeping a
 * mail and the note that it was kept cannot know. Each repeated copy is explained where a server, the database or the
 * mail server was killed between the beginning of the earlier copy's DATA and its note; while the database is away,
 * nothing can be noted, so that its absence lengthens the window.
 */
export function explainRepeated(sunk: readonly SunkLine[], kills: readonly Kill[]): Repeated[] {
    return [...Map.groupBy(sunk, ({ messageId }) => messageId).values()].flatMap((copies) =>
        copies.slice(1).map((again, n) => {
            const first = copies[n] ?? again;
            const kill = kills.find((one) => covers(one, first, again, kills)) ?? null;
            const { messageId, keptAt, automatic } = first;
            return { messageId, keptAt, againAt: again.keptAt, automatic, kill };
        }),
    );
}

function covers(kill: Kill, first: SunkLine, again: SunkLine, kills: readonly Kill[]): boolean {
    if (kill.target === 'imap') return false;
    const noted = first.keptAt + (kill.target === 'smtp' ? 1_000 : NOTED_WITHIN);
    const away = kills.filter(
        ({ target, at, backAt }) =>
            target === 'database' && at <= noted && (backAt ?? Infinity) >= first.startedAt,
    );
    const until = Math.max(noted, ...away.map(({ backAt }) => (backAt ?? noted) + NOTED_WITHIN));
    return kill.at >= first.startedAt - 50 && kill.at <= until && kill.at <= again.startedAt;
}
