-- Instants are bigint epoch milliseconds that the application's clock gave: SQL never asks for the time.

create table organization (
    id int primary key check (id = 1),
    name text not null,
    time_zone text not null,
    status_at_sign_in text not null default 'available' check (status_at_sign_in in ('available', 'unavailable')),
    pause_reasons text[] not null default '{}',
    acknowledgements_per_sender_a_day int not null default 5,
    thread_colleagues boolean not null default true
);

-- Signing secrets, by purpose; the newest that is not retired signs, all verify.
create table signing_keys (
    id int generated always as identity primary key,
    purpose text not null,
    secret bytea not null,
    created_at bigint not null,
    retired_at bigint
);

create table queues (
    id int generated always as identity primary key,
    name text not null unique,
    restricted boolean not null default false,
    opening_hours jsonb not null,
    is_open boolean not null default true,
    hold_for bigint not null,
    hold_mode text not null check (hold_mode in ('wall_clock', 'opening_hours')),
    email_ring_for bigint not null,
    email_wrap_up_limit bigint,
    acknowledgement text not null,
    signature text not null default ''
);

create table mailboxes (
    id int generated always as identity primary key,
    address text not null unique check (address = lower(address)),
    display_name text not null,
    queue_id int not null references queues,
    kind text not null check (kind in ('intake', 'imap')),
    imap jsonb,
    uid_validity text,
    last_uid bigint,
    state text not null default 'idle',
    last_error text,
    changed_at bigint not null
);

create table agents (
    id int generated always as identity primary key,
    username text not null,
    first_name text not null,
    last_name text not null,
    email text not null,
    role text not null check (role in ('agent', 'manager', 'admin')),
    reporting_manager_id int references agents,
    time_zone text not null,
    working_hours jsonb,
    within_hours boolean not null default true,
    enabled boolean not null default true,
    password_hash text,
    chosen_status text not null default 'logged_out' check (chosen_status in ('available', 'unavailable', 'logged_out')),
    status_before_logout text check (status_before_logout in ('available', 'unavailable')),
    status_reason text,
    status_since bigint not null,
    connected boolean not null default false,
    skills text[] not null default '{}',
    notify_by jsonb not null default '{}'
);
create unique index agents_username on agents (lower(username));

create table agent_channels (
    agent_id int not null references agents,
    channel text not null check (channel in ('email', 'chat', 'voice')),
    capacity int not null check (capacity >= 0),
    load int not null default 0,
    idle_since bigint not null,
    primary key (agent_id, channel),
    constraint load_within_capacity check (load between 0 and capacity)
) with (fillfactor = 70);

create table queue_members (
    queue_id int not null references queues,
    agent_id int not null references agents,
    priority text not null check (priority in ('high', 'medium', 'low')),
    primary key (queue_id, agent_id)
);
create index queue_members_agent on queue_members (agent_id);

create table dispositions (
    id int generated always as identity primary key,
    queue_id int references queues,
    label text not null,
    position int not null default 0
);

create table customers (
    id int generated always as identity primary key,
    address text not null unique,
    name text not null,
    created_at bigint not null
);

create table interactions (
    id int generated always as identity primary key,
    channel text not null check (channel in ('email', 'chat', 'voice')),
    status text not null check (status in ('new', 'open', 'pending', 'resolved', 'closed')),
    subject text not null,
    preview text not null default '',
    customer_id int not null references customers,
    queue_id int not null references queues,
    priority int not null default 0,
    required_skills text[] not null default '{}',
    routing_state text not null check (routing_state in ('queued', 'held', 'offered', 'assigned', 'idle')),
    routing_since bigint not null,
    -- its place in the line: kept when an offer is declined or missed
    queued_at bigint,
    agent_id int references agents,
    held_for int references agents,
    hold_reason text,
    hold_until bigint,
    hold_refused text check (hold_refused in ('declined', 'missed')),
    declined_by int[] not null default '{}',
    original_agent_id int references agents,
    -- the last routing decision, as core/routing/decisionRecord.ts: made into a sentence for whoever reads it
    why jsonb,
    waiting_since bigint,
    unread boolean not null default false,
    follow_up_at bigint,
    wrap_up_since bigint,
    wrap_up_ends_at bigint,
    may_belong_to int references interactions,
    merged_into int references interactions,
    disposition_id int references dispositions,
    disposition_notes text not null default '',
    acknowledged_at bigint,
    created_at bigint not null,
    last_activity_at bigint not null,
    journal_seq int not null default 0,
    outbox_seq int not null default 0,
    constraint agent_when_routed check ((routing_state in ('offered', 'assigned')) = (agent_id is not null)),
    constraint hold_when_held check ((routing_state = 'held') = (held_for is not null and hold_until is not null)),
    constraint place_when_queued check (routing_state <> 'queued' or queued_at is not null)
) with (fillfactor = 70);
create index interactions_line on interactions (queue_id, required_skills, priority desc, queued_at, id) where routing_state = 'queued';
create index interactions_held on interactions (held_for, waiting_since, id) where routing_state = 'held';
create index interactions_agent on interactions (agent_id, last_activity_at) where agent_id is not null;
create index interactions_original on interactions (original_agent_id);
create index interactions_customer on interactions (customer_id, id);
create index interactions_recent on interactions (last_activity_at desc, id desc);
create index interactions_follow_up on interactions (follow_up_at) where follow_up_at is not null;

create table blobs (
    sha256 bytea primary key,
    size bigint not null,
    created_at bigint not null
);
create table blob_chunks (
    sha256 bytea not null references blobs on delete cascade,
    position int not null,
    bytes bytea not null,
    primary key (sha256, position)
);

create table messages (
    id int generated always as identity primary key,
    interaction_id int not null references interactions,
    direction text not null check (direction in ('inbound', 'outbound')),
    kind text not null check (kind in ('message', 'acknowledgement', 'automatic')),
    -- whole, with angle brackets
    message_id text,
    content_hash text,
    in_reply_to text[] not null default '{}',
    thread_references text[] not null default '{}',
    from_name text not null,
    from_address text not null,
    reply_to jsonb not null default '[]',
    recipients jsonb not null default '[]',
    cc jsonb not null default '[]',
    envelope_to text[] not null default '{}',
    subject text not null,
    text_body text not null,
    html_body text,
    at bigint not null,
    agent_id int references agents,
    raw_sha256 bytea references blobs,
    authentication jsonb,
    delivery_state text check (delivery_state in ('waiting', 'sent', 'failed')),
    delivery_detail text,
    delivered_at bigint
);
create unique index messages_content on messages (content_hash) where content_hash is not null;
-- hashed: ids may be longer than an index entry, and differ only behind their first characters
create index messages_message_id on messages using hash (message_id) where message_id is not null;
create index messages_interaction on messages (interaction_id, at, id);
-- the cap per sender (E3) counts these for every new thread
create index messages_acknowledged on messages ((recipients -> 0 ->> 'address'), at) where kind = 'acknowledgement';

create table attachments (
    id int generated always as identity primary key,
    message_id int references messages,
    draft_of int references agents,
    filename text not null,
    content_type text not null,
    size bigint not null,
    sha256 bytea not null references blobs,
    content_id text,
    inline boolean not null default false,
    created_at bigint not null
);
create index attachments_message on attachments (message_id);

create table offers (
    id int generated always as identity primary key,
    interaction_id int not null references interactions,
    agent_id int not null references agents,
    outcome text not null check (outcome in ('ringing', 'accepted', 'declined', 'missed', 'withdrawn')),
    -- whether it went to the original agent (E4) or to the next of the queue
    to_original boolean not null,
    offered_at bigint not null,
    expires_at bigint not null,
    ended_at bigint
);
create unique index offers_one_ringing on offers (interaction_id) where outcome = 'ringing';
create index offers_agent on offers (agent_id) where outcome = 'ringing';

create table journal (
    interaction_id int not null references interactions,
    seq int not null,
    at bigint not null,
    kind text not null,
    agent_id int references agents,
    data jsonb not null,
    primary key (interaction_id, seq)
);

create table drafts (
    interaction_id int not null references interactions,
    agent_id int not null references agents,
    text text not null,
    cc text[] not null default '{}',
    uploads int[] not null default '{}',
    version int not null,
    saved_at bigint not null,
    primary key (interaction_id, agent_id)
);

create table notes (
    id int generated always as identity primary key,
    customer_id int not null references customers,
    interaction_id int references interactions,
    agent_id int references agents,
    at bigint not null,
    text text not null,
    mentions int[] not null default '{}'
);
create index notes_customer on notes (customer_id, id desc);

create table notifications (
    id int generated always as identity primary key,
    agent_id int not null references agents,
    at bigint not null,
    kind text not null,
    text text not null,
    interaction_id int references interactions,
    read_at bigint
);
create index notifications_agent on notifications (agent_id, id desc);

create table timers (
    kind text not null,
    subject_id int not null,
    due_at bigint not null,
    primary key (kind, subject_id)
) with (fillfactor = 80);
create index timers_due on timers (due_at);

create table outbox (
    id int generated always as identity primary key,
    lane text not null,
    position int not null,
    kind text not null,
    payload jsonb not null,
    interaction_id int references interactions,
    state text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
    attempts int not null default 0,
    next_attempt_at bigint not null,
    leased_by text,
    leased_until bigint,
    last_error text,
    unique (lane, position)
) with (fillfactor = 80);
create index outbox_waiting on outbox (lane, position) where state = 'waiting';

create table agent_streams (
    agent_id int primary key references agents,
    head bigint not null default 0
) with (fillfactor = 70);
create table agent_events (
    agent_id int not null,
    seq bigint not null,
    at bigint not null,
    kind text not null,
    payload jsonb not null,
    primary key (agent_id, seq)
);

create table commands (
    id text not null,
    agent_id int not null references agents,
    name text not null,
    reply jsonb,
    at bigint not null,
    primary key (agent_id, id)
);

create table sessions (
    id int generated always as identity primary key,
    token_hash bytea not null unique,
    agent_id int not null references agents,
    created_at bigint not null,
    expires_at bigint not null,
    revoked_at bigint
);
create index sessions_agent on sessions (agent_id);

create table used_tokens (
    jti text primary key,
    expires_at bigint not null
);

create table processes (
    id text primary key,
    started_at bigint not null,
    seen_at bigint not null
);

create table connections (
    id text primary key,
    process_id text not null,
    session_id int not null references sessions,
    agent_id int not null references agents,
    seen_at bigint not null,
    closed_at bigint
);
create index connections_agent on connections (agent_id);

create table leases (
    kind text not null,
    subject text not null,
    process_id text not null,
    fencing_token bigint not null,
    expires_at bigint not null,
    primary key (kind, subject)
);

create table quarantine (
    id int generated always as identity primary key,
    at bigint not null,
    reason text not null,
    raw_sha256 bytea not null references blobs,
    origin jsonb not null,
    envelope_from text,
    envelope_to text[] not null,
    resolved_at bigint
);
create unique index quarantine_raw on quarantine (raw_sha256) where resolved_at is null;

create table audit (
    id bigint generated always as identity primary key,
    at bigint not null,
    actor_id int references agents,
    actor text not null,
    action text not null,
    object text not null,
    outcome text not null check (outcome in ('done', 'refused', 'failed')),
    detail text not null
);
create index audit_action on audit (action, id desc);

-- Only ever used where PATCHBAY_TEST_CLOCK is set: what the demo's clock is ahead of the real one.
create table clock_offset (
    id int primary key check (id = 1),
    ahead_by bigint not null
);
insert into clock_offset values (1, 0);
