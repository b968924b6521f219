-- Which message an upload was copied from, to forward it: another message chosen later takes its place, files and all.
-- Null: the agent's own, or one that an earlier release copied.
alter table attachments add column forwarded_from int;
