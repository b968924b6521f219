-- How an agent wrote a mail: a forward answers no customer. Null: written by an earlier release, and then taken for an answer.
alter table messages add column written_as text;
update messages m set written_as = 'forward'
    from journal j where j.kind = 'forwarded' and m.id = (j.data ->> 'messageId')::int;

-- Whom a mail server or a delivery report refused, of those that a mail of ours is addressed to. Empty where it failed
-- as a whole, and where nothing says for whom.
alter table messages add column refused text[] not null default '{}';
