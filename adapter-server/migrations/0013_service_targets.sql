-- R9: what a queue promises; null: nothing.
alter table queues add column service_targets jsonb;

-- The nearest of an interaction's open targets, for lists; null where none is open.
alter table interactions add column service_target jsonb;

-- Every target that began to run: one row a promise, kept for the breach list and the counts.
create table service_targets (
    id int generated always as identity primary key,
    interaction_id int not null references interactions,
    kind text not null check (kind in ('first_reply', 'next_reply', 'resolution')),
    -- as they stood while it was open
    queue_id int not null references queues,
    priority int not null,
    -- who had it when it was warned of, breached or met
    agent_id int references agents,
    -- the arrival of the customer's message
    started_at bigint not null,
    -- [[from, until], …]: Pending, the Spam list, finished and opened again
    stops jsonb not null default '[]',
    stopped_at bigint,
    -- milliseconds of opening time
    target bigint not null,
    -- null: stopped, or the queue does not open for that long
    due_at bigint,
    warn_at bigint,
    warned_at bigint,
    breached_at bigint,
    met_at bigint,
    ended_at bigint,
    -- when a person should look at it first
    noticed_at bigint generated always as (coalesce(breached_at, warned_at)) stored,
    constraint met_is_ended check (met_at is null or ended_at is not null)
);
create index service_targets_interaction on service_targets (interaction_id, id);
create unique index service_targets_one_open on service_targets (interaction_id, (kind = 'resolution')) where ended_at is null;
create index service_targets_noticed on service_targets (noticed_at desc, id desc) where noticed_at is not null;
create index service_targets_started on service_targets (started_at);

-- How far the recomputation of a queue's open targets has come, after its hours or targets were changed.
create table service_target_walks (
    queue_id int primary key references queues,
    after_id int not null,
    -- a second time, for what a transaction that had read the old settings inserted meanwhile
    again boolean not null default true
);
