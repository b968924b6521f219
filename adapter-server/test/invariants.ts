import type pg from 'pg';

/** What must hold after every commit, whatever runs at once and whatever crashed: each answers the rows that break it. */
const ALWAYS: Readonly<Record<string, string>> = {
    'load is what an agent is offered and has, within the capacity': `
        select c.agent_id, c.channel, c.load, c.capacity, count(i.id)::int as has
        from agent_channels c left join interactions i on i.agent_id = c.agent_id and i.channel = c.channel
          and i.routing_state in ('offered', 'assigned')
        group by c.agent_id, c.channel having c.load <> count(i.id) or count(i.id) > c.capacity`,
    'exactly one ringing offer for an offered interaction, at its agent': `
        select i.id, i.agent_id, count(o.id)::int as rings from interactions i
        left join offers o on o.interaction_id = i.id and o.outcome = 'ringing'
        where i.routing_state = 'offered' group by i.id having count(o.id) <> 1 or min(o.agent_id) <> i.agent_id`,
    'nothing rings that is not offered': `
        select o.id, i.id as interaction, i.routing_state from offers o join interactions i on i.id = o.interaction_id
        where o.outcome = 'ringing' and (i.routing_state <> 'offered' or i.agent_id <> o.agent_id)`,
    'nobody waits in an interaction that rests': `
        select id, status, routing_state from interactions
        where routing_state = 'idle' and (waiting_since is not null or (status = 'new' and spam is null))`,
    'what is spam rests, and nothing reminds of it': `
        select i.id, i.routing_state, i.status, t.kind from interactions i
        left join timers t on t.subject_id = i.id and t.kind in ('hold_deadline', 'follow_up', 'wrap_up')
        where i.spam is not null and (i.routing_state <> 'idle' or i.waiting_since is not null or t.kind is not null)`,
    'what is Closed waits for nobody': `
        select id, routing_state from interactions where status = 'closed'
          and (waiting_since is not null or follow_up_at is not null or routing_state in ('held', 'offered', 'queued'))`,
    'what was merged is empty, Closed and nobody has it': `
        select id, status, routing_state from interactions i where merged_into is not null
          and (status <> 'closed' or routing_state <> 'idle' or exists (select 1 from messages m where m.interaction_id = i.id))`,
    'a refusal is remembered only while it is held': `
        select id, routing_state from interactions where hold_refused is not null and routing_state <> 'held'`,
    'a transfer under way rings at or is held for its receiver, or waits in the queue': `
        select id, routing_state, transferred_by, transferred_to, agent_id, held_for from interactions
        where transferred_by is not null and (routing_state not in ('queued', 'offered', 'held')
          or (transferred_to is not null and transferred_to is distinct from coalesce(agent_id, held_for)))`,
    'every offer that rings ends at its time, and no other timer of that kind is left': `
        select o.id as offer, t.subject_id as timer from offers o
        full join (select * from timers where kind = 'offer_expiry') t on t.subject_id = o.id
        where (o.outcome = 'ringing') is distinct from (t.subject_id is not null)
           or (o.outcome = 'ringing' and t.due_at <> o.expires_at)`,
    'every hold has its deadline, and every unanswered message in an inbox that is not overdue': `
        select i.id, i.routing_state, t.due_at from interactions i join queues q on q.id = i.queue_id
        left join timers t on t.kind = 'hold_deadline' and t.subject_id = i.id
        where (i.routing_state = 'held' and t.due_at is distinct from i.hold_until)
           or (i.routing_state = 'assigned' and i.waiting_since is not null and t.due_at is null and i.waiting_since + q.hold_for > $1)
           or (t.due_at is not null and i.routing_state <> 'held' and (i.routing_state <> 'assigned' or i.waiting_since is null))`,
    'every open target of a clock that runs has its timer, and its interaction shows the first': `
        select i.id, i.service_target, t.due_at, s.next_at from interactions i
        left join timers t on t.kind = 'service_target' and t.subject_id = i.id
        left join lateral (select min(m) as next_at from service_targets s, unnest(array[s.warn_at, s.due_at]) m
            where s.interaction_id = i.id and s.ended_at is null and m > $1) s on true
        where (t.due_at > $1 and t.due_at is distinct from s.next_at) or (t.due_at is null and s.next_at is not null)
           or (i.service_target is not null) <> exists (select 1 from service_targets o where o.interaction_id = i.id and o.ended_at is null)`,
    'every follow-up has its timer': `
        select i.id, i.status, t.due_at from interactions i
        left join timers t on t.kind = 'follow_up' and t.subject_id = i.id
        where t.due_at is distinct from i.follow_up_at or (i.status = 'pending') <> (i.follow_up_at is not null)`,
    'every limited wrap-up has its timer': `
        select i.id, i.wrap_up_ends_at, t.due_at from interactions i
        left join timers t on t.kind = 'wrap_up' and t.subject_id = i.id where t.due_at is distinct from i.wrap_up_ends_at`,
    'whoever is here would be logged out if they vanished': `
        select a.id from agents a where (a.connected or a.chosen_status <> 'logged_out')
          and not exists (select 1 from timers t where t.kind = 'connection_grace' and t.subject_id = a.id)`,
    // Decision 16: what a routing decision writes has no foreign keys.
    'every interaction and agent that is named is there': `
        select n.what, n.interaction_id, n.agent_id from (
            select 'journal' as what, interaction_id, agent_id from journal
            union all select 'offer', interaction_id, agent_id from offers
            union all select 'inbox', id, agent_id from interactions) n
        where not exists (select 1 from interactions i where i.id = n.interaction_id)
           or (n.agent_id is not null and not exists (select 1 from agents a where a.id = n.agent_id))`,
    'journals have no gap': `
        select i.id, i.journal_seq, count(j.seq)::int as entries, max(j.seq) as last from interactions i
        left join journal j on j.interaction_id = i.id group by i.id
        having count(j.seq) <> i.journal_seq or coalesce(max(j.seq), 0) <> i.journal_seq`,
    'streams have no gap': `
        select s.agent_id, s.head, count(e.seq)::int as events, max(e.seq) as last from agent_streams s
        left join agent_events e using (agent_id) group by s.agent_id
        having count(e.seq) > 0 and (max(e.seq) <> s.head or count(e.seq) <> max(e.seq) - min(e.seq) + 1)`,
    'outbox lanes have no gap': `
        select o.lane, o.position from (select *, lag(position, 1, 0) over (partition by lane order by position) as before
             from outbox) o
        where o.position <> o.before + 1`,
    // Decision 4: one that was refused for good lets the next go, and may be sent again behind it.
    'no mail leaves before one of its thread that waits': `
        select o.lane, o.position, b.position as waits from outbox o
        join outbox b on b.lane = o.lane and b.position < o.position and b.state = 'waiting'
        where o.state = 'done' and o.last_error is distinct from 'withdrawn'
          and not exists (select 1 from journal j where j.kind = 'send_retried' and j.data -> 'messageId' = b.payload -> 'messageId')`,
    'what the outbox says of a mail, its message says too, unless that came back or some were refused': `
        select o.id, o.state, m.delivery_state from outbox o join messages m on m.id = (o.payload ->> 'messageId')::int
        where m.delivery_state <> case o.state when 'done' then 'sent' when 'dead' then 'failed' else 'waiting' end
          and not (o.state = 'done' and m.delivery_state = 'failed' and (m.refused <> '{}' or exists (
              select 1 from journal j where j.kind = 'bounced' and (j.data ->> 'messageId')::int = m.id)))`,
    'every mail of ours is in the outbox once': `
        select m.id, count(o.id)::int as rows from messages m
        left join outbox o on (o.payload ->> 'messageId')::int = m.id where m.direction = 'outbound'
        group by m.id having count(o.id) <> 1`,
    'a thread is acknowledged once': `
        select m.interaction_id, count(*)::int as times from messages m where m.kind = 'acknowledgement'
          and not exists (select 1 from interactions i where i.merged_into = m.interaction_id)
        group by m.interaction_id having count(*) > 1`,
};

/** What must hold besides when nothing is left to do: nothing waits that somebody could take now. */
const AT_REST: Readonly<Record<string, string>> = {
    'nothing waits in an open queue for which somebody is free': `
        select i.id, i.queue_id, min(a.id) as could from interactions i join queues q on q.id = i.queue_id and q.is_open
        join queue_members m on m.queue_id = i.queue_id join agents a on a.id = m.agent_id
        join agent_channels c on c.agent_id = a.id and c.channel = i.channel
        where i.routing_state = 'queued' and a.enabled and a.connected and a.within_hours and a.chosen_status = 'available'
          and c.load < c.capacity and i.required_skills <@ a.skills and not a.id = any(i.declined_by) group by i.id`,
    'nothing is held for somebody who is free': `
        select i.id, i.held_for from interactions i join agents a on a.id = i.held_for
        join agent_channels c on c.agent_id = a.id and c.channel = i.channel
        where i.routing_state = 'held' and i.hold_refused is null and a.enabled and a.connected and a.within_hours
          and a.chosen_status = 'available' and c.load < c.capacity`,
    'nothing is overdue': `select kind, subject_id, due_at from timers where due_at <= $1`,
};

export interface CheckedRule {
    readonly rule: string;
    /** The rows that break it. */
    readonly rows: readonly Record<string, unknown>[];
}

/**
 * Every rule with the rows that break it.
 *
 * @param now by the clock of the system that is checked, in epoch milliseconds
 * @param atRest whether all drains, timers and sweeps have run, so that nothing may be left to do
 */
export async function lookAtInvariants(
    pool: pg.Pool,
    now: number,
    { atRest = false } = {},
): Promise<CheckedRule[]> {
    const checked: CheckedRule[] = [];
    for (const [rule, sql] of Object.entries({ ...ALWAYS, ...(atRest ? AT_REST : {}) })) {
        const { rows } = await pool.query<Record<string, unknown>>(sql, sql.includes('$1') ? [now] : []);
        checked.push({ rule, rows });
    }
    return checked;
}

/** Throws with every broken rule and the first rows that break it. */
export async function checkInvariants(pool: pg.Pool, now: number, { atRest = false } = {}): Promise<void> {
    const broken = (await lookAtInvariants(pool, now, { atRest })).filter(({ rows }) => rows.length > 0);
    if (broken.length > 0) throw new Error(`Broken invariants:\n${broken.map(inWords).join('\n')}`);
}

export const inWords = ({ rule, rows }: CheckedRule): string =>
    `${rule} (${rows.length}): ${rows
        .slice(0, 3)
        .map((row) => JSON.stringify(row))
        .join(' ')}`;
