-- What agents may do beside their role (A6, R7). Those that everybody had before there were permissions stay on.
alter table agents add column permissions text[] not null default '{queue_counters,pause_reasons}';

-- The full-text index: narrow, beside the messages, so that the intake writes one int a mail and no GIN entry.
-- Ordered by message id, which is the order of storing; docs/decisions says why, and what the lexemes mean.
create table message_search (
    message_id int primary key references messages on delete cascade,
    interaction_id int not null,
    at bigint not null,
    words tsvector not null
);
create index message_search_words on message_search using gin (words) with (gin_pending_list_limit = 1024);
create index message_search_interaction on message_search (interaction_id, message_id);
create index message_search_at on message_search (at, message_id);

-- Messages that the index does not show as they are. Filled by a trigger: whatever stores a message, of this release
-- or the one before, cannot forget it. What is there already is indexed in batches while the servers run.
create table search_queue (
    message_id int primary key references messages on delete cascade
);
insert into search_queue select id from messages;

create function search_enqueue() returns trigger language plpgsql as $$
begin
    insert into search_queue values (new.id) on conflict do nothing;
    return null;
end $$;
create trigger search_enqueue after insert or update of interaction_id, subject, text_body on messages
    for each row execute function search_enqueue();

create table saved_searches (
    id int generated always as identity primary key,
    agent_id int not null references agents on delete cascade,
    name text not null,
    query text not null,
    created_at bigint not null
);
create unique index saved_searches_name on saved_searches (agent_id, lower(name));

-- A viewer who sees a few small queues is searched from their interactions.
create index interactions_queue on interactions (queue_id);
create index interactions_held_for on interactions (held_for) where held_for is not null;
