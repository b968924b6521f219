import type pg from 'pg';
import { lookAtInvariants } from '../invariants.ts';
import type { Answers } from './agents.ts';
import { explainRepeated, type Repeated } from './duplicates.ts';
import type { SentMail } from './senders.ts';
import type { SunkLine } from './sinkProcess.ts';
import type { Kill } from './victims.ts';

export interface Check {
    readonly name: string;
    /** The first of those that break it, in words; empty where it holds. */
    readonly broken: readonly string[];
    /** What was counted. */
    readonly counted: string;
}

/** What the outside knows: it is compared with what the database says. */
export interface Outside {
    readonly accepted: ReadonlyMap<string, SentMail>;
    readonly sunk: readonly SunkLine[];
    readonly answers: Answers;
    readonly kills: readonly Kill[];
}

const check = (name: string, broken: readonly string[], counted: string): Check => ({
    name,
    broken,
    counted,
});

/** Every accepted mail is in exactly one interaction, by its token: a delivery that was repeated would show. */
export async function checkMails(pool: pg.Pool, { accepted }: Outside): Promise<Check[]> {
    const { rows } = await pool.query<{ token: string; n: number; interactions: number }>(
        `select token[1] as token, count(*)::int as n, count(distinct interaction_id)::int as interactions
         from messages, regexp_matches(text_body, 'token-[0-9]+-[0-9]+') as token where direction = 'inbound' group by 1`,
    );
    const stored = new Map(rows.map((row) => [row.token, row.n]));
    const lost = [...accepted.keys()].filter((token) => !stored.has(token));
    const twice = rows.filter(({ n }) => n > 1).map(({ token, n }) => `${token}: ${n} messages`);
    const { rows: quarantined } = await pool.query<{ reason: string }>(
        `select reason from quarantine where resolved_at is null`,
    );
    return [
        check('every accepted mail is stored', lost, `${accepted.size} accepted`),
        check('none is stored twice', twice, `${rows.length} stored`),
        check(
            'none is in quarantine',
            quarantined.map(({ reason }) => reason),
            `${quarantined.length} there`,
        ),
    ];
}

/** By what the mail server of the world really kept, against what agents were told and mails asked for. */
export async function checkSent(
    pool: pg.Pool,
    outside: Outside,
): Promise<{ checks: Check[]; repeated: Repeated[] }> {
    const { accepted, sunk, answers, kills } = outside;
    const { rows } = await pool.query<{ message_id: string; kind: string }>(
        `select message_id, kind from messages where direction = 'outbound'`,
    );
    const kept = new Set(sunk.map(({ messageId }) => messageId));
    const known = new Set(rows.map(({ message_id }) => message_id));
    const never = rows
        .filter(({ message_id }) => !kept.has(message_id))
        .map(({ message_id, kind }) => `${kind} ${message_id}`);
    const unknown = [...kept].filter((id) => !known.has(id));

    const idsBy = (key: (line: SunkLine) => string | null): Map<string, Set<string>> => {
        const ids = new Map<string, Set<string>>();
        for (const line of sunk) {
            const of = key(line);
            if (of !== null) ids.set(of, (ids.get(of) ?? new Set()).add(line.messageId));
        }
        return ids;
    };
    const acknowledged = idsBy(({ automatic, to }) => (automatic ? to : null));
    const newThreads = [...accepted.values()].filter(({ inReplyTo }) => inReplyTo === undefined);
    const wrongly = newThreads
        .map(({ from, token }) => ({ token, n: acknowledged.get(from)?.size ?? 0 }))
        .filter(({ n }) => n !== 1)
        .map(({ token, n }) => `${token}: ${n} acknowledgements`);

    const answered = idsBy(({ mark }) => mark);
    const times = (mark: string): number => answered.get(mark)?.size ?? 0;
    const marks = [...answers];
    const taken = marks.filter(([, state]) => state === 'taken');
    const wrongAnswers = taken
        .filter(([mark]) => times(mark) !== 1)
        .map(([mark]) => `${mark}: ${times(mark)} mails`);
    const refused = marks
        .filter(([mark, state]) => state === 'refused' && times(mark) > 0)
        .map(([mark]) => mark);
    const undone = marks.filter(([, state]) => state === 'undone');
    const repeatedUnknown = marks
        .filter(([mark, state]) => state === 'unknown' && times(mark) > 1)
        .map(([mark]) => mark);

    const repeated = explainRepeated(sunk, kills);
    const unexplained = repeated.filter(({ kill }) => kill === null);
    return {
        repeated,
        checks: [
            check('every new thread was acknowledged once', wrongly, `${newThreads.length} threads`),
            check(
                'every reply that the server took reached its customer once',
                wrongAnswers,
                `${taken.length} replies`,
            ),
            check(
                'no reply that was taken back was sent',
                undone.filter(([mark]) => times(mark) > 0).map(([mark]) => mark),
                `${undone.length} taken back`,
            ),
            check(
                'no reply that was refused was sent, none without an answer twice',
                [...refused, ...repeatedUnknown],
                `${marks.length - taken.length - undone.length} of them`,
            ),
            check('every mail of ours reached the mail server', never, `${rows.length} mails`),
            check('nothing was sent that is not on record', unknown, `${kept.size} kept`),
            check(
                'each mail sent again is explained by a kill between its DATA and its note',
                unexplained.map(
                    ({ messageId, keptAt, againAt }) => `${messageId} kept at ${keptAt} and ${againAt}`,
                ),
                `${repeated.length} sent again`,
            ),
        ],
    };
}

/** All that must hold of the rows, and that nothing is left to do. */
export async function checkRows(pool: pg.Pool, now: number): Promise<Check[]> {
    const rules = await lookAtInvariants(pool, now, { atRest: true });
    const more: Readonly<Record<string, string>> = {
        'no interaction without owner, queue or hold that is not finished or at rest': `
            select id, status, routing_state from interactions where case routing_state
              when 'queued' then queue_id is null or queued_at is null when 'held' then held_for is null
              when 'idle' then waiting_since is not null or status = 'new' else agent_id is null end`,
        'nobody waits any more': `select id, status, routing_state from interactions where waiting_since is not null or routing_state in ('queued', 'held', 'offered')`,
        'no mail of ours is left, waiting or dead': `select id, lane, position, state, attempts, last_error from outbox where state <> 'done'`,
        'no agent above the capacity': `select agent_id, channel, load, capacity from agent_channels where load > capacity or load < 0`,
    };
    const found = [...rules];
    for (const [rule, sql] of Object.entries(more))
        found.push({ rule, rows: (await pool.query<Record<string, unknown>>(sql)).rows });
    return found.map(({ rule, rows }) =>
        check(
            rule,
            rows.map((row) => JSON.stringify(row)),
            `${rows.length} rows`,
        ),
    );
}
