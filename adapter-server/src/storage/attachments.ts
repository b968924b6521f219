import { statement } from './database.ts';
import { manyRows } from './manyRows.ts';
import { PLACE } from './places.ts';
import type { Gathered, Transaction } from './transaction.ts';

export interface Attachment {
    readonly id: number;
    readonly messageId: number | null;
    readonly draftOf: number | null;
    readonly filename: string;
    readonly contentType: string;
    readonly size: number;
    readonly sha256: Buffer;
    readonly contentId: string | null;
    readonly inline: boolean;
    /** The message that it was copied from, to forward it. */
    readonly forwardedFrom: number | null;
}
type NewAttachment = Omit<Attachment, 'id' | 'forwardedFrom'> & Partial<Pick<Attachment, 'forwardedFrom'>>;
const COLUMNS = `t.id, t.message_id, t.draft_of, t.filename, t.content_type, t.size, t.sha256, t.content_id, t.inline,
     t.forwarded_from`;

const insert = statement<{ id: number }>(
    'attachment_insert',
    `insert into attachments (message_id, draft_of, filename, content_type, size, sha256, content_id, inline, created_at,
         forwarded_from)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) returning id`,
);
const CAME_WITH = [
    'message_id',
    'filename',
    'content_type',
    'size',
    'sha256',
    'content_id',
    'inline',
    'created_at',
];
const insertMany = manyRows(
    'attachments_insert',
    CAME_WITH,
    (rows) => `insert into attachments (${CAME_WITH.join(', ')}) values ${rows}`,
);
const ofMessages = statement<Attachment>(
    'attachments_of_messages',
    `select ${COLUMNS} from attachments t where t.message_id = any($1::int[]) order by t.id`,
);
const byIds = statement<Attachment>(
    'attachments_by_ids',
    `select ${COLUMNS} from attachments t where t.id = any($1::int[])`,
);
const use = statement<{ id: number }>(
    'attachments_use',
    `update attachments set message_id = $1, draft_of = null where id = any($2::int[]) and draft_of = $3 returning id`,
);

/** The text that shows it names it so: the composer, which knows only the id, writes the same. */
const name = statement(
    'attachment_name_inline',
    `update attachments set content_id = 'upload.' || id || '@patchbay' where id = $1`,
);
export const nameInline = (tx: Transaction, id: number): Promise<unknown> => tx.run(name, [id]);

type On = Pick<Transaction, 'run'>;
export const insertAttachment = async (tx: Transaction, a: NewAttachment): Promise<number> =>
    (
        await tx.one(insert, [
            a.messageId,
            a.draftOf,
            a.filename,
            a.contentType,
            a.size,
            a.sha256,
            a.contentId,
            a.inline,
            tx.now,
            a.forwardedFrom ?? null,
        ])
    ).id;
type CameWithMail = Omit<NewAttachment, 'messageId' | 'draftOf' | 'forwardedFrom'> & {
    readonly messageId: number;
};
const cameWithMail: Gathered<CameWithMail> = {
    name: 'attachments',
    until: 'statement',
    place: PLACE.attachments,
    write: (tx, rows) =>
        insertMany(
            tx,
            rows.map((a) => [
                a.messageId,
                a.filename,
                a.contentType,
                a.size,
                a.sha256,
                a.contentId,
                a.inline,
                tx.now,
            ]),
        ),
};
/** Of a mail that came in; in this order. */
export const keepAttachments = (tx: Transaction, attached: readonly CameWithMail[]): void => {
    for (const each of attached) tx.gather(cameWithMail, each, each);
};
export const attachmentsOfMessages = (on: On, ids: readonly number[]): Promise<Attachment[]> =>
    ids.length === 0 ? Promise.resolve([]) : on.run(ofMessages, [ids]);
export const attachmentsByIds = (on: On, ids: readonly number[]): Promise<Attachment[]> =>
    ids.length === 0 ? Promise.resolve([]) : on.run(byIds, [ids]);
/** Moves an agent's uploads to the message they go out with; how many of them were really theirs. */
export const useUploads = async (
    tx: Transaction,
    messageId: number,
    uploads: readonly number[],
    agentId: number,
): Promise<number> => (uploads.length === 0 ? 0 : (await tx.run(use, [messageId, uploads, agentId])).length);
