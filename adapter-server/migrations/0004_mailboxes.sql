-- Mailboxes that admins manage (E11), with sealed credentials; what became of quarantined mail and of dead outbox rows.

-- Keys that secrets are sealed with. Each is itself wrapped by the key that only the processes know.
create table encryption_keys (
    id int generated always as identity primary key,
    wrapped bytea not null,
    created_at bigint not null
);

alter table mailboxes
    add column enabled boolean not null default true,
    add column secret_key_id int references encryption_keys,
    add column secret bytea,
    -- Raised with every change that a running connection must hear of.
    add column settings_version int not null default 1,
    add column last_mail_at bigint,
    add column next_attempt_at bigint;

alter table quarantine
    add column resolution text check (resolution in ('taken_in', 'discarded')),
    add column resolved_by text,
    add column resolved_reason text;

alter table outbox
    add column given_up_at bigint,
    add column given_up_by text,
    add column given_up_reason text;
