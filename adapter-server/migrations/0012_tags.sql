-- Tags (R8, E10). Two tables beside the interactions rather than an array in them: an arriving mail and a routed
-- interaction write and index nothing more than before, renaming is one row however many interactions have the tag,
-- merging and deleting touch its own rows alone, and both directions (the tags of a page of interactions; the
-- interactions of a tag, for search and counts) are one index each.
create table tags (
    id int generated always as identity primary key,
    name text not null,
    -- policies/tags.ts: what tells two names apart; the application folds the case, whatever the database's locale
    key text not null unique,
    -- a former name, kept so that macros, rules and saved searches that say it mean this tag now
    same_as int references tags on delete cascade,
    created_at bigint not null,
    created_by int references agents
);
create index tags_same_as on tags (same_as) where same_as is not null;

create table interaction_tags (
    interaction_id int not null references interactions,
    tag_id int not null references tags on delete cascade,
    primary key (interaction_id, tag_id)
);
create index interaction_tags_tag on interaction_tags (tag_id, interaction_id);

-- Who may write a tag that is not there yet.
alter table organization add column new_tags text not null default 'everybody' check (new_tags in ('everybody', 'admins'));
