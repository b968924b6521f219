-- E10: a transfer under way. `transferred_to` is null for one to a queue, and equals `transferred_by` on its way back;
-- all are null again once somebody has it.
alter table interactions add column transferred_by int references agents;
alter table interactions add column transferred_to int references agents;
alter table interactions add column transferred_at bigint;
alter table interactions add column transfer_note text;
alter table interactions add constraint transfer_is_whole check (
    (transferred_by is null) = (transferred_at is null)
    and (transferred_by is not null or (transferred_to is null and transfer_note is null)));

-- E8: who set Pending; a follow-up comes back to them. The original agent is who replied or closed, nobody else.
alter table interactions add column pending_by int references agents;
create index interactions_pending_by on interactions (pending_by) where pending_by is not null;

-- E10 per queue: what a transfer out of it asks for.
alter table queues add column transfer_note text not null default 'required' check (transfer_note in ('required', 'optional'));
alter table queues add column transfer_to_busy text not null default 'wait' check (transfer_to_busy in ('wait', 'refuse'));

-- R7: "offered or not per agent; required or not per organization"; counters "each can be hidden".
alter table organization add column pause_reason_required boolean not null default false;
alter table agents add column hidden_counters text[] not null default '{}';

-- An outcome that interactions name is not deleted, but no longer to be chosen.
alter table dispositions add column retired boolean not null default false;
