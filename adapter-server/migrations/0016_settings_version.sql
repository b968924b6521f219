-- What hardly changes and every mail asks for (addresses, queues, the organization, the keys of reply tokens) is kept by
-- each process together with this number, which a transaction asks for instead. From a sequence: a number that was given
-- out by a transaction that then failed never comes again.
create sequence settings_versions;
create table settings_version (
    id int primary key check (id = 1),
    version bigint not null
);
insert into settings_version values (1, nextval('settings_versions'));

create function settings_changed() returns trigger language plpgsql as $$
begin
    update settings_version set version = nextval('settings_versions') where id = 1;
    return null;
end
$$;

create trigger settings_changed after insert or update or delete or truncate on organization
    for each statement execute function settings_changed();
create trigger settings_changed after insert or update or delete or truncate on queues
    for each statement execute function settings_changed();
create trigger settings_changed after insert or update or delete or truncate on signing_keys
    for each statement execute function settings_changed();
-- not for its cursor and state, which every mail moves
create trigger settings_changed after insert or delete or truncate or update of address, display_name, queue_id, enabled
    on mailboxes for each statement execute function settings_changed();
