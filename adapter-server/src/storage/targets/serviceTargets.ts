import type { Target } from '../../core/policies/runningTargets.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** A service target as its row (R9). */
export interface TargetRow extends Target {
    readonly id: number;
    readonly interactionId: number;
    readonly agentId: number | null;
}
const COLUMNS = `s.id, s.interaction_id, s.kind, s.queue_id, s.priority, s.agent_id, s.started_at, s.stops, s.stopped_at,
    s.target, s.due_at, s.warn_at, s.warned_at, s.breached_at, s.met_at, s.ended_at`;

const ofInteractions = statement<TargetRow>(
    'targets_of_interactions',
    `select ${COLUMNS} from service_targets s where s.interaction_id = any($1::int[]) order by s.id`,
);
const insert = statement(
    'target_insert',
    `insert into service_targets (interaction_id, kind, queue_id, priority, agent_id, started_at, stops, stopped_at, target,
         due_at, warn_at, warned_at, breached_at, met_at, ended_at)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)`,
);
const update = statement(
    'target_update',
    `update service_targets set queue_id = $2, priority = $3, agent_id = $4, started_at = $5, stops = $6, stopped_at = $7,
         target = $8, due_at = $9, warn_at = $10, warned_at = $11, breached_at = $12, met_at = $13, ended_at = $14
     where id = $1`,
);

/** What its messages say of one interaction. */
export interface AnswerFacts {
    readonly interactionId: number;
    /** When people answered, the oldest first; automatic mail, acknowledgements and forwards are no answers. */
    readonly answers: readonly number[];
    /**
     * Of the instants asked about, and of those at which its targets began, those at which a customer's message arrived,
     * and to whom an answer would go.
     */
    readonly arrivals: { readonly at: number; readonly address: string }[];
}
const answers = statement<AnswerFacts>(
    'target_answer_facts',
    `select i.id as interaction_id,
         coalesce((select jsonb_agg(m.at order by m.at) from messages m where m.interaction_id = i.id
             and m.direction = 'outbound' and m.kind = 'message' and m.written_as is distinct from 'forward'), '[]') as answers,
         coalesce((select jsonb_agg(jsonb_build_object('at', m.at,
                 'address', lower(coalesce(m.reply_to -> 0 ->> 'address', m.from_address))) order by m.id)
             from messages m where m.interaction_id = i.id and m.direction = 'inbound' and m.kind = 'message'
             and (m.at = any($2::bigint[])
                 or m.at in (select s.started_at from service_targets s where s.interaction_id = i.id))), '[]') as arrivals
     from unnest($1::int[]) as i(id)`,
);

export const targetsOf = (tx: Transaction, interactionIds: readonly number[]): Promise<TargetRow[]> =>
    tx.run(ofInteractions, [interactionIds]);
export const answerFacts = (
    tx: Transaction,
    interactionIds: readonly number[],
    instants: readonly number[],
): Promise<AnswerFacts[]> => tx.run(answers, [interactionIds, instants]);

export const insertTarget = (
    tx: Transaction,
    interactionId: number,
    agentId: number | null,
    t: Target,
): Promise<void> => tx.later(insert, [interactionId, t.kind, t.queueId, t.priority, agentId, ...measures(t)]);
export const updateTarget = (tx: Transaction, id: number, agentId: number | null, t: Target): Promise<void> =>
    tx.later(update, [id, t.queueId, t.priority, agentId, ...measures(t)]);

const measures = (t: Target): unknown[] => [
    t.startedAt,
    JSON.stringify(t.stops),
    t.stoppedAt,
    t.target,
    t.dueAt,
    t.warnAt,
    t.warnedAt,
    t.breachedAt,
    t.metAt,
    t.endedAt,
];
