-- Versions of drafts never come twice, so that a save which was typed on a draft that is gone meets no other one that has
-- come as far since. Behind all that were counted for each draft by itself.
create sequence draft_versions as int start 1000000 minvalue 1 cycle;
