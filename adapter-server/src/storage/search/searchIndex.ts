import type { SearchedMessage } from '../../core/search/searchVector.ts';
import { statement } from '../database.ts';
import type { Transaction } from '../transaction.ts';

/** The newest first: an index that is still being built never keeps new mail waiting. */
const take = statement<{ messageId: number }>(
    'search_queue_take',
    `delete from search_queue where message_id in (
         select message_id from search_queue order by message_id desc limit $1 for update skip locked)
     returning message_id`,
);
/** Acknowledgements say what all of them say, right after the mail that one looks for. */
const read = statement<MessageToIndex>(
    'search_read_messages',
    `select m.id, m.interaction_id, m.at, m.direction, m.subject, m.from_name || ' ' || m.from_address as "from",
         coalesce((select string_agg(coalesce(r ->> 'name', '') || ' ' || coalesce(r ->> 'address', ''), ' , ')
                   from jsonb_array_elements(m.recipients || m.cc) r), '') as "to",
         left(m.text_body, $2) as text,
         array(select t.filename from attachments t where t.message_id = m.id and not t.inline order by t.id) as files
     from messages m where m.id = any($1::int[]) and m.kind <> 'acknowledgement'`,
);
const save = statement(
    'search_save',
    `insert into message_search (message_id, interaction_id, at, words)
     select id, interaction_id, at, words::tsvector
     from unnest($1::int[], $2::int[], $3::bigint[], $4::text[]) as m(id, interaction_id, at, words)
     on conflict (message_id) do update set interaction_id = excluded.interaction_id, at = excluded.at, words = excluded.words`,
);

export interface MessageToIndex extends SearchedMessage {
    readonly interactionId: number;
    readonly at: number;
}

/** Until the commit no other process takes them. */
export async function takeUnindexed(
    tx: Transaction,
    limit: number,
    characters: number,
): Promise<{ taken: number; messages: MessageToIndex[] }> {
    const ids = (await tx.run(take, [limit])).map(({ messageId }) => messageId);
    const messages = ids.length === 0 ? [] : await tx.run(read, [ids, characters]);
    return { taken: ids.length, messages };
}

export const saveIndexed = (
    tx: Transaction,
    rows: readonly (Pick<MessageToIndex, 'id' | 'interactionId' | 'at'> & { readonly words: string })[],
): Promise<unknown> =>
    tx.run(save, [
        rows.map(({ id }) => id),
        rows.map(({ interactionId }) => interactionId),
        rows.map(({ at }) => at),
        rows.map(({ words }) => words),
    ]);
