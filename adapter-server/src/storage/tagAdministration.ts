import type { TagName } from '../core/policies/tags.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';
import type { Tag } from './tags.ts';

export interface ListedTag {
    readonly id: number;
    readonly name: string;
    readonly also: string[];
    readonly interactions: number;
}
export interface KeptTag extends Tag {
    /** It is a former name of this one. */
    readonly sameAs: number | null;
}
const list = statement<ListedTag>(
    'tags_list',
    `select t.id, t.name, array(select a.name from tags a where a.same_as = t.id order by a.key) as also,
         (select count(*)::int from interaction_tags x where x.tag_id = t.id) as interactions
     from tags t where t.same_as is null order by t.key`,
);
const mutex = statement('tags_mutex', `select pg_advisory_xact_lock(hashtextextended('tags', 0))`);
const find = statement<KeptTag>(
    'tag_find',
    `select id, name, key, same_as from tags where id = $1 for update`,
);
const findByKey = statement<KeptTag>(
    'tag_by_key',
    `select id, name, key, same_as from tags where key = $1 for update`,
);
const rename = statement('tag_rename', `update tags set name = $2, key = $3 where id = $1`);
const forgetName = statement('tag_forget_name', `delete from tags where key = $1 and same_as is not null`);
const keepFormer = statement(
    'tag_keep_former_name',
    `insert into tags (name, key, same_as, created_at, created_by) values ($2, $3, $1, $4, $5)`,
);
const moveAll = statement(
    'tag_move_all',
    `with gone as (delete from interaction_tags where tag_id = $1 returning interaction_id)
     insert into interaction_tags (interaction_id, tag_id) select interaction_id, $2::int from gone on conflict do nothing`,
);
const becomeFormer = statement(
    'tag_become_former',
    `update tags set same_as = $2 where id = $1 or same_as = $1`,
);
const count = statement<{ n: number }>(
    'tag_count',
    `select count(*)::int as n from interaction_tags where tag_id = $1`,
);
const remove = statement('tag_delete', `delete from tags where id = $1`);
/** One interaction of each agent who has some with this tag in their inbox. */
const inInboxes = statement<{ agentId: number; interactionId: number }>(
    'tag_in_inboxes',
    `select i.agent_id, min(i.id) as interaction_id from interactions i
     where i.agent_id is not null
       and exists (select 1 from interaction_tags x where x.interaction_id = i.id and x.tag_id = $1)
     group by i.agent_id`,
);

type On = Pick<Transaction, 'run'>;
export const listTags = (on: On): Promise<ListedTag[]> => on.run(list);
/** Two admins who change the names at once come one after the other. */
export const lockTagNames = (tx: Transaction): Promise<unknown> => tx.run(mutex);
export const findTag = (tx: Transaction, id: number): Promise<KeptTag | null> => tx.first(find, [id]);
export const findTagByKey = (tx: Transaction, key: string): Promise<KeptTag | null> =>
    tx.first(findByKey, [key]);

/** The former name goes on meaning it, unless only the case changed. */
export async function renameTagRow(tx: Transaction, tag: Tag, to: TagName, agentId: number): Promise<void> {
    await tx.run(forgetName, [to.key]);
    await tx.run(rename, [tag.id, to.name, to.key]);
    if (tag.key !== to.key) await tx.run(keepFormer, [tag.id, tag.name, tag.key, tx.now, agentId]);
}

/** All that had the one has the other, and the one's names mean the other. */
export async function mergeTagRows(tx: Transaction, fromId: number, intoId: number): Promise<void> {
    await tx.run(moveAll, [fromId, intoId]);
    await tx.run(becomeFormer, [fromId, intoId]);
}

/** With its former names, and off the interactions: how many those were. */
export async function deleteTagRow(tx: Transaction, id: number): Promise<number> {
    const { n } = await tx.one(count, [id]);
    await tx.run(remove, [id]);
    return n;
}

export const inboxesWithTag = (tx: Transaction, id: number) => tx.run(inInboxes, [id]);
