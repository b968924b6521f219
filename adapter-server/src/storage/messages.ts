import { sendingEffects, type WrittenKind } from '../core/policies/sendingEffects.ts';
import type { MailAddress, MailAuthentication } from '../ports/mailboxEvents.ts';
import { statement } from './database.ts';
import { manyRows } from './manyRows.ts';
import { oneOrMany } from './oneOrMany.ts';
import { PLACE } from './places.ts';
import { askAgainIn } from './touched.ts';
import type { Gathered, Transaction } from './transaction.ts';

export interface Message {
    readonly id: number;
    readonly interactionId: number;
    readonly direction: 'inbound' | 'outbound';
    readonly kind: 'message' | 'acknowledgement' | 'automatic';
    readonly messageId: string | null;
    readonly inReplyTo: string[];
    readonly threadReferences: string[];
    readonly fromName: string;
    readonly fromAddress: string;
    readonly replyTo: MailAddress[];
    readonly recipients: MailAddress[];
    readonly cc: MailAddress[];
    readonly bcc: MailAddress[];
    /** Inbound: whom it was delivered for. Outbound: whom alone it goes to; empty: all that it names. */
    readonly envelopeTo: string[];
    /** Outbound: of those that it names, the ones who were refused. */
    readonly refused: string[];
    readonly subject: string;
    readonly textBody: string;
    readonly htmlBody: string | null;
    readonly at: number;
    readonly agentId: number | null;
    readonly authentication: MailAuthentication | null;
    readonly deliveryState: 'waiting' | 'sent' | 'failed' | null;
    readonly deliveryDetail: string | null;
    /** When a mail server took it, last; it may have come back since. */
    readonly deliveredAt: number | null;
    /** Not sent before; null: at once. */
    readonly sendAt: number | null;
    /** For a time that the agent chose. */
    readonly scheduled: boolean;
    /** Null where no agent wrote it, or one of an earlier release. */
    readonly writtenAs: WrittenKind | null;
}
export const messageColumns = (
    text: string,
    html: string,
): string => `m.id, m.interaction_id, m.direction, m.kind, m.message_id, m.in_reply_to, m.thread_references, m.from_name,
    m.from_address, m.reply_to, m.recipients, m.cc, m.subject, ${text} as text_body, ${html} as html_body, m.at, m.agent_id, m.authentication,
    m.delivery_state, m.delivery_detail, m.delivered_at, m.bcc, m.send_at, m.scheduled, m.written_as, m.envelope_to,
    m.refused`;
const COLUMNS = messageColumns('m.text_body', 'm.html_body');

/** What only mail written by an agent has; absent elsewhere. */
type OfOutbound = 'bcc' | 'sendAt' | 'scheduled' | 'writtenAs';
export type NewMessage = Omit<
    Message,
    'id' | 'deliveryDetail' | 'deliveredAt' | 'refused' | 'envelopeTo' | OfOutbound
> &
    Partial<Pick<Message, OfOutbound>> & {
        readonly contentHash: string | null;
        readonly envelopeTo: readonly string[];
        readonly rawSha256: Buffer | null;
    };

const NEW_COLUMNS = [
    'id',
    'interaction_id',
    'direction',
    'kind',
    'message_id',
    'content_hash',
    'in_reply_to',
    'thread_references',
    'from_name',
    'from_address',
    'reply_to',
    'recipients',
    'cc',
    'envelope_to',
    'subject',
    'text_body',
    'html_body',
    'at',
    'agent_id',
    'raw_sha256',
    'authentication',
    'delivery_state',
    'bcc',
    'send_at',
    'scheduled',
    'written_as',
];
const insert = manyRows(
    'messages_insert',
    NEW_COLUMNS,
    (rows) => `insert into messages (${NEW_COLUMNS.join(', ')}) overriding system value values ${rows}`,
);
const reserve = statement<{ id: number }>(
    'message_ids',
    `select nextval('messages_id_seq')::int as id from generate_series(1, $1::int)`,
);
const byContent = oneOrMany<{ id: number; contentHash: string }>(
    'messages_by_content',
    'text',
    (isAsked) => `select id, content_hash from messages where content_hash ${isAsked}`,
);
const read = statement<Message>('message_read', `select ${COLUMNS} from messages m where m.id = $1`);
const ofInteraction = statement<Message>(
    'messages_of_interaction',
    `select ${COLUMNS} from messages m where m.interaction_id = $1 order by m.at, m.id`,
);
const newest = statement<Message>(
    'message_newest_inbound',
    `select ${COLUMNS} from messages m where m.interaction_id = $1 and m.direction = 'inbound' and m.kind = 'message'
     order by m.at desc, m.id desc limit 1`,
);
export interface KnownMessage {
    readonly interactionId: number;
    readonly kind: Message['kind'];
    readonly messageId: string;
    readonly id: number;
    readonly isOurs: boolean;
    /** Its interaction was merged into another one. */
    readonly isMerged: boolean;
}
const known = oneOrMany<KnownMessage>(
    'messages_by_message_id',
    'text',
    (isAsked) => `select m.interaction_id, m.kind, m.message_id, m.id, m.direction = 'outbound' as is_ours,
         (select i.merged_into is not null from interactions i where i.id = m.interaction_id) as is_merged
     from messages m where m.message_id ${isAsked} order by m.id`,
);
const participants = oneOrMany<{ interactionId: number; address: string }>(
    'message_participants',
    'int',
    (isAsked) => `with said as (
         select m.interaction_id, m.from_address, m.recipients || m.cc as written_to
         from messages m where m.interaction_id ${isAsked} and (m.kind <> 'automatic'
             or m.id = (select min(f.id) from messages f where f.interaction_id = m.interaction_id)))
     select distinct interaction_id, address from (
         select interaction_id, from_address as address from said
         union all
         select interaction_id, lower(r ->> 'address') from said, jsonb_array_elements(written_to) r) p`,
);
const setDelivery = statement<{ interactionId: number }>(
    'message_set_delivery',
    `update messages set delivery_state = $2, delivery_detail = $3, delivered_at = coalesce($4, delivered_at),
         envelope_to = coalesce($6, envelope_to),
         refused = case when $5::text[] is null and $2 = 'failed' then array(
             select unnest(refused) union select unnest(envelope_to)) else coalesce($5, refused) end
     where id = $1 returning interaction_id`,
);
const setRecipients = statement(
    'message_set_recipients',
    `update messages set recipients = $2, cc = $3, bcc = $4, envelope_to = $5, refused = $5 where id = $1`,
);
/** Of those that a report names only who is an addressee counts: an alias behind one is not known here. */
const bounced = statement<{ id: number; agentId: number | null }>(
    'message_bounced',
    `update messages set delivery_state = 'failed', delivery_detail = case
         when jsonb_array_length(recipients || cc || bcc) > 1 and not exists (
             select 1 from jsonb_array_elements(recipients || cc || bcc) r where lower(r ->> 'address') = any($4::text[]))
         then $5 else $3 end, refused = array(
         select unnest(refused)
         union select lower(r ->> 'address') from jsonb_array_elements(recipients || cc || bcc) r
         where lower(r ->> 'address') = any($4::text[]))
     where interaction_id = $1 and direction = 'outbound' and kind = 'message' and message_id = $2 returning id, agent_id`,
);
const moveOne = statement('message_move', `update messages set interaction_id = $2 where id = $1`);
const move = statement('messages_move', `update messages set interaction_id = $2 where interaction_id = $1`);

type On = Pick<Transaction, 'run'>;
/** Numbers for messages to come, so that nothing need wait for their rows; what is not used stays a gap. */
export const reserveMessageIds = async (on: On, count: number): Promise<number[]> =>
    (await on.run(reserve, [count])).map(({ id }) => id);
/** Under a reserved number. That the content is stored already shows at the commit at the latest. */
export function insertMessage(tx: Transaction, id: number, m: NewMessage): Promise<void> {
    if (m.writtenAs && sendingEffects(m.writtenAs).answersCustomer) askAgainIn(tx, m.interactionId);
    tx.gather(newMessages, id, { ...m, id });
    return Promise.resolve();
}
const newMessages: Gathered<NewMessage & { readonly id: number }> = {
    name: 'messages',
    until: 'statement',
    place: PLACE.messages,
    write: (tx, rows) => insert(tx, rows.map(asRow)),
};
const asRow = (m: NewMessage & { readonly id: number }): unknown[] => [
    m.id,
    m.interactionId,
    m.direction,
    m.kind,
    m.messageId,
    m.contentHash,
    m.inReplyTo,
    m.threadReferences,
    m.fromName,
    m.fromAddress,
    JSON.stringify(m.replyTo),
    JSON.stringify(m.recipients),
    JSON.stringify(m.cc),
    m.envelopeTo,
    m.subject,
    m.textBody,
    m.htmlBody,
    m.at,
    m.agentId,
    m.rawSha256,
    m.authentication ? JSON.stringify(m.authentication) : null,
    m.deliveryState,
    JSON.stringify(m.bcc ?? []),
    m.sendAt ?? null,
    m.scheduled ?? false,
    m.writtenAs ?? null,
];
/** Ids of stored messages by their content's hash. */
export const findMessagesByContent = async (
    on: On,
    hashes: readonly string[],
): Promise<Map<string, number>> =>
    new Map((await byContent(on, hashes)).map(({ id, contentHash }) => [contentHash, id]));
export const readMessage = (on: On, id: number): Promise<Message | null> =>
    on.run(read, [id]).then((rows) => rows[0] ?? null);
export const messagesOf = (on: On, interactionId: number): Promise<Message[]> =>
    on.run(ofInteraction, [interactionId]);
export const newestInbound = (on: On, interactionId: number): Promise<Message | null> =>
    on.run(newest, [interactionId]).then((rows) => rows[0] ?? null);
/** Stored messages that bear one of these Message-IDs, whole. */
export const findByMessageIds = (on: On, ids: readonly string[]): Promise<KnownMessage[]> =>
    ids.length === 0 ? Promise.resolve([]) : known(on, ids);
/**
 * Everybody who wrote or was written to, by interaction, lower-cased. Automatic mail counts only where the thread began
 * with it: a delivery report comes onto a thread by the id it names alone, and anybody who knows the id can forge one.
 */
export async function participantsOf(
    on: On,
    interactionIds: readonly number[],
): Promise<Map<number, string[]>> {
    const found = new Map<number, string[]>();
    if (interactionIds.length === 0) return found;
    for (const row of await participants(on, interactionIds))
        found.set(row.interactionId, [...(found.get(row.interactionId) ?? []), row.address]);
    return found;
}
/**
 * The interaction of the message, so that its journal can tell. With `taken` a mail server took it for somebody: who was
 * refused, and whom it goes to at the next try. Failed without it: nobody of those that it went to last has it.
 */
export const saveDelivery = async (
    tx: Transaction,
    messageId: number,
    state: 'sent' | 'failed' | 'waiting',
    detail: string | null,
    taken: { readonly refused: readonly string[]; readonly next: readonly string[] } | null = null,
): Promise<number> => {
    const next = taken && taken.next.length > 0 ? taken.next : null;
    const values = [messageId, state, detail, taken && tx.now, taken && taken.refused, next];
    return (await tx.one(setDelivery, values)).interactionId;
};
/** Written anew, and whom of them it goes to now; they have not got it until it is sent. */
export const saveRecipients = (
    tx: Transaction,
    id: number,
    {
        to,
        cc,
        bcc,
        only,
    }: Readonly<Record<'to' | 'cc' | 'bcc', readonly MailAddress[]>> & {
        readonly only: readonly string[];
    },
): Promise<unknown> =>
    tx.run(setRecipients, [id, JSON.stringify(to), JSON.stringify(cc), JSON.stringify(bcc), only]);
/** A delivery report says that this mail of ours came back; null where it is none of this interaction's. */
export const saveBounce = (
    tx: Transaction,
    interactionId: number,
    report: {
        readonly messageId: string;
        readonly recipients: readonly string[];
        readonly detail: string;
        /** Instead of it, where the mail went to several and the report names none of them. */
        readonly unspecific: string;
    },
): Promise<{ id: number; agentId: number | null } | null> =>
    tx.first(bounced, [interactionId, report.messageId, report.detail, report.recipients, report.unspecific]);
export function moveMessage(tx: Transaction, messageId: number, to: number): Promise<unknown> {
    askAgainIn(tx, to);
    return tx.run(moveOne, [messageId, to]);
}
export function moveMessages(tx: Transaction, from: number, to: number): Promise<unknown> {
    askAgainIn(tx, from);
    askAgainIn(tx, to);
    return tx.run(move, [from, to]);
}
