-- Fewer entries a row: most interactions have no original agent when they come in and when they are offered.
drop index interactions_original;
create index interactions_original on interactions (original_agent_id) where original_agent_id is not null;

-- One insert for all messages that a statement stores. Of updates, of one row each, it stays a trigger of the row.
create function search_enqueue_stored() returns trigger language plpgsql as $$
begin
    insert into search_queue select id from stored on conflict do nothing;
    return null;
end $$;
drop trigger search_enqueue on messages;
create trigger search_enqueue_stored after insert on messages
    referencing new table as stored for each statement execute function search_enqueue_stored();
create trigger search_enqueue after update of interaction_id, subject, text_body on messages
    for each row execute function search_enqueue();
