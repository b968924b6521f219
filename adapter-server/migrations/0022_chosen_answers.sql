-- Which message of the thread a draft answers. Null: no reply, or the newest message of the customer when it is sent. No
-- reference: a message that was split off since is missed when the reply is sent.
alter table drafts add column answers int;
