import type { TagName } from '../core/policies/tags.ts';
import type { NewTags } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

export interface Tag {
    readonly id: number;
    readonly name: string;
    readonly key: string;
}
/** A former name leads to the tag that it became. */
const byKeys = statement<Tag & { asked: string }>(
    'tags_by_keys',
    `select k.key as asked, t.id, t.name, t.key from tags k join tags t on t.id = coalesce(k.same_as, k.id)
     where k.key = any($1::text[])`,
);
/** In the order of their keys, so that two transactions over the same new ones wait for each other one way round. */
const insert = statement(
    'tags_insert',
    `insert into tags (name, key, created_at, created_by)
     select n.name, n.key, $3, $4 from unnest($1::text[], $2::text[]) n(name, key) order by n.key
     on conflict (key) do nothing`,
);
/** Locked, so that none of them is merged or deleted between this look and the commit. */
const attach = statement<{ tagId: number }>(
    'interaction_tags_add',
    `insert into interaction_tags (interaction_id, tag_id)
     select $1::int, t.id from tags t where t.id = any($2::int[]) and t.same_as is null order by t.id for share
     on conflict do nothing returning tag_id`,
);
const detach = statement<{ tagId: number }>(
    'interaction_tag_remove',
    `delete from interaction_tags where interaction_id = $1 and tag_id = $2 returning tag_id`,
);
const ofInteraction = statement<Tag>(
    'interaction_tags_read',
    `select t.id, t.name, t.key from interaction_tags x join tags t on t.id = x.tag_id
     where x.interaction_id = $1 order by t.key`,
);
const move = statement(
    'interaction_tags_move',
    `with gone as (delete from interaction_tags where interaction_id = $1 returning tag_id)
     insert into interaction_tags (interaction_id, tag_id) select $2::int, tag_id from gone on conflict do nothing`,
);
/** What begins with it stands before what has it within. */
const suggest = statement<Tag>(
    'tags_suggest',
    `select id, name, key from tags where same_as is null and strpos(key, $1) > 0
     order by (case when starts_with(key, $1) then 0 else 1 end), key limit $2`,
);
const saveNewTags = statement(
    'organization_save_new_tags',
    `update organization set new_tags = $1 where id = 1`,
);

type On = Pick<Transaction, 'run'>;

/** By the key that was asked for. */
export const tagsByKeys = async (on: On, keys: readonly string[]): Promise<Map<string, Tag>> =>
    keys.length === 0
        ? new Map()
        : new Map((await on.run(byKeys, [keys])).map(({ asked, ...tag }) => [asked, tag]));

/** Those that are there stay as they are called. */
export const insertTags = (
    tx: Transaction,
    tags: readonly TagName[],
    createdBy: number | null,
): Promise<unknown> =>
    tx.run(insert, [tags.map(({ name }) => name), tags.map(({ key }) => key), tx.now, createdBy]);

/** Which of them it did not have yet. */
export const attachTags = async (
    tx: Transaction,
    interactionId: number,
    tagIds: readonly number[],
): Promise<Set<number>> => new Set((await tx.run(attach, [interactionId, tagIds])).map(({ tagId }) => tagId));

/** False where it had none of that id. */
export const detachTag = async (tx: Transaction, interactionId: number, tagId: number): Promise<boolean> =>
    (await tx.first(detach, [interactionId, tagId])) !== null;

export const tagsOf = (on: On, interactionId: number): Promise<Tag[]> =>
    on.run(ofInteraction, [interactionId]);

/** When two interactions become one. */
export const moveTags = (tx: Transaction, fromId: number, intoId: number): Promise<unknown> =>
    tx.run(move, [fromId, intoId]);

/** @param text folded as a key is */
export const suggestTags = (on: On, text: string, limit: number): Promise<Tag[]> =>
    on.run(suggest, [text, limit]);

export const saveWhoMakesTags = (tx: Transaction, newTags: NewTags): Promise<unknown> =>
    tx.run(saveNewTags, [newTags]);
