-- E12: what is spam rests with nobody, keeps who said so and why, and what waited in it.
alter table interactions add column spam jsonb;
alter table interactions add constraint spam_rests check (spam is null or routing_state = 'idle');
create index interactions_spam on interactions (last_activity_at desc, id desc) where spam is not null;

create table blocks (
    id int generated always as identity primary key,
    -- a sender: local@domain without its +tag; a domain: @domain
    pattern text not null check (pattern = lower(pattern)),
    reason text not null,
    agent_id int references agents,
    created_at bigint not null,
    lifted_at bigint,
    lifted_by int references agents
);
create unique index blocks_in_force on blocks (pattern) where lifted_at is null;
