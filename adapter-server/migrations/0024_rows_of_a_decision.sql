-- What a routing decision writes (docs/decisions/0016): looking up, row by row, that its interaction and its agent exist
-- took longer than writing it, while the one is locked and the other's load is. Whoever is named still cannot be deleted.
alter table offers drop constraint offers_interaction_id_fkey, drop constraint offers_agent_id_fkey;
alter table journal drop constraint journal_interaction_id_fkey, drop constraint journal_agent_id_fkey;
alter table interactions drop constraint interactions_agent_id_fkey;

create function refuse_deletion_of_named_interaction() returns trigger language plpgsql as $$
begin
    if exists (select from journal where interaction_id = old.id) or exists (select from offers where interaction_id = old.id) then
        raise foreign_key_violation using message = format('interaction %s is named by its journal or by offers: delete these first', old.id);
    end if;
    return old;
end $$;
create trigger refuse_deletion_while_named before delete on interactions
    for each row execute function refuse_deletion_of_named_interaction();

create function refuse_deletion_of_named_agent() returns trigger language plpgsql as $$
begin
    if exists (select from interactions where agent_id = old.id) or exists (select from offers where agent_id = old.id)
            or exists (select from journal where agent_id = old.id) then
        raise foreign_key_violation using message = format('agent %s is named by interactions, offers or journals', old.id);
    end if;
    return old;
end $$;
create trigger refuse_deletion_while_named before delete on agents
    for each row execute function refuse_deletion_of_named_agent();
