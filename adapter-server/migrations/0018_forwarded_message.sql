-- Which message of the thread a draft forwards. Null: no forward, or one that an earlier release saved; then the message
-- that a reply would answer. No reference: a message that was taken back since is missed when the forward is sent.
alter table drafts add column forwards int;
