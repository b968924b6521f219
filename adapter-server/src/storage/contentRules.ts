import type { ContentRule } from '../core/contentRules/rule.ts';
import type { KnownTargets } from '../core/policies/contentRules.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

export interface ContentRuleRow extends ContentRule {
    readonly changedAt: number;
    readonly changedBy: string | null;
}

const list = statement<ContentRuleRow>(
    'content_rules_list',
    `select r.id, r.name, r.active, r.stops, r.conditions, r.actions, r.changed_at,
         a.first_name || ' ' || a.last_name as changed_by
     from content_rules r left join agents a on a.id = r.changed_by order by r.position, r.id`,
);
const active = statement<ContentRule>(
    'content_rules_active',
    `select id, name, active, stops, conditions, actions from content_rules where active order by position, id`,
);
/** One at a time changes them, whatever the number of processes: their order and number are of all together. */
const lock = statement('content_rules_lock', `select 1 from organization where id = 1 for no key update`);
const insert = statement<{ id: number }>(
    'content_rule_insert',
    `insert into content_rules (position, name, active, stops, conditions, actions, changed_at, changed_by)
     select coalesce(max(position), 0) + 1, $1, $2, $3, $4, $5, $6, $7 from content_rules returning id`,
);
const update = statement<{ id: number }>(
    'content_rule_update',
    `update content_rules set name = $2, active = $3, stops = $4, conditions = $5, actions = $6, changed_at = $7,
         changed_by = $8 where id = $1 returning id`,
);
const remove = statement('content_rule_delete', `delete from content_rules where id = $1`);
const order = statement(
    'content_rules_order',
    `update content_rules r set position = o.n
     from unnest($1::int[]) with ordinality as o (id, n) where r.id = o.id and r.position <> o.n`,
);
const targets = statement<{ queueIds: number[]; quickReplyIds: number[]; skills: string[] }>(
    'content_rules_targets',
    `select array(select id from queues where id = any($1::int[])) as queue_ids,
         array(select id from quick_replies where id = any($2::int[]) and agent_id is null and format = 'plain')
             as quick_reply_ids,
         array(select distinct s from agents a, unnest(a.skills) s where a.enabled and s = any($3::text[])) as skills`,
);
const skills = statement<{ skill: string }>(
    'skills_of_agents',
    `select distinct s as skill from agents a, unnest(a.skills) s where a.enabled order by s`,
);

type On = Pick<Transaction, 'run'>;

/** In their order, those that are off too. */
export const listContentRules = (on: On): Promise<ContentRuleRow[]> => on.run(list);

/** Those that are on. */
export const listActiveRules = (on: On): Promise<ContentRule[]> => on.run(active);

export const lockContentRules = (tx: Transaction): Promise<unknown> => tx.run(lock);

/** A new one comes last. Null: it is gone. */
export async function saveContentRuleRow(
    tx: Transaction,
    { id, name, active, stops, conditions, actions }: ContentRule,
    changedBy: number | null,
): Promise<number | null> {
    const values = [
        name,
        active,
        stops,
        JSON.stringify(conditions),
        JSON.stringify(actions),
        tx.now,
        changedBy,
    ];
    const row = id === 0 ? await tx.first(insert, values) : await tx.first(update, [id, ...values]);
    return row?.id ?? null;
}

export const deleteContentRuleRow = (tx: Transaction, id: number): Promise<unknown> => tx.run(remove, [id]);

export const orderContentRuleRows = (tx: Transaction, ids: readonly number[]): Promise<unknown> =>
    tx.run(order, [ids]);

/** Which of the things that these rules name are there. */
export async function knownTargets(on: On, rules: readonly ContentRule[]): Promise<KnownTargets> {
    const actions = rules.map((rule) => rule.actions);
    const queueIds = actions.flatMap(({ queueId }) => (queueId === null ? [] : [queueId]));
    const quickReplyIds = actions.flatMap(({ acknowledgement }) =>
        acknowledgement?.kind === 'quick_reply' ? [acknowledgement.quickReplyId] : [],
    );
    const named = actions.flatMap((each) => each.skills);
    const nothing = queueIds.length + quickReplyIds.length + named.length === 0;
    const row = nothing ? undefined : (await on.run(targets, [queueIds, quickReplyIds, named]))[0];
    return {
        queueIds: new Set(row?.queueIds),
        quickReplyIds: new Set(row?.quickReplyIds),
        skills: new Set(row?.skills),
    };
}

/** Those that at least one agent has. */
export const listSkills = async (on: On): Promise<string[]> =>
    (await on.run(skills)).map(({ skill }) => skill);
