-- Outbound mail: every kind of draft, blind copies, undo and scheduled sending.

alter table organization add column undo_send_for bigint not null default 10000;

alter table drafts add column kind text not null default 'reply';
-- null: those that the answered message gives
alter table drafts add column recipients text[];
alter table drafts add column bcc text[] not null default '{}';
alter table drafts add column subject text;
-- null: plain text
alter table drafts add column html text;
alter table drafts add column scheduled_for bigint;

alter table messages add column bcc jsonb not null default '[]';
-- not sent before; null: at once
alter table messages add column send_at bigint;
alter table messages add column scheduled boolean not null default false;
create index messages_scheduled on messages (agent_id, send_at) where scheduled and delivery_state = 'waiting';

-- What brings a mail that has not left back into its draft, exactly as it was.
create table held_sends (
    message_id int primary key references messages on delete cascade,
    agent_id int not null references agents,
    draft jsonb not null,
    -- how the interaction stood before; null where sending changed nothing of it
    before jsonb,
    note_id int references notes on delete set null
);
