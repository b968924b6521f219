-- Quick replies, macros and signatures. Of the organization where neither queue nor agent is named; an agent's own
-- are theirs alone.
create table quick_replies (
    id int generated always as identity primary key,
    queue_id int references queues,
    agent_id int references agents,
    shortcut text not null,
    title text not null,
    text text not null,
    format text not null check (format in ('plain', 'html')),
    changed_at bigint not null,
    changed_by int references agents,
    check (queue_id is null or agent_id is null)
);
create unique index quick_replies_shortcut
    on quick_replies (coalesce(queue_id, 0), coalesce(agent_id, 0), lower(shortcut));

create table macros (
    id int generated always as identity primary key,
    queue_id int references queues,
    agent_id int references agents,
    -- a digit, pressed with Ctrl+Shift; null: from the menu alone
    key text check (key ~ '^[1-9]$'),
    title text not null,
    steps jsonb not null,
    changed_at bigint not null,
    changed_by int references agents,
    check (queue_id is null or agent_id is null)
);
create unique index macros_key on macros (coalesce(queue_id, 0), coalesce(agent_id, 0), key) where key is not null;

alter table agents add column signature text not null default '';
