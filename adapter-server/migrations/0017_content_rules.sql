-- R8: content rules, asked in their order of each new interaction. New ones are off: they are tried on past mail first.
create table content_rules (
    id int generated always as identity primary key,
    position int not null,
    name text not null,
    active boolean not null default false,
    stops boolean not null default false,
    conditions jsonb not null,
    actions jsonb not null,
    changed_at bigint not null,
    changed_by int references agents
);

-- Among what every mail asks for, and each process keeps (0016).
create trigger settings_changed after insert or update or delete or truncate on content_rules
    for each statement execute function settings_changed();
