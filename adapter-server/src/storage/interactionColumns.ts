import { statement, type Statement } from './database.ts';

/** Columns that a workflow may change: the field of an Interaction, its column and that one's type. */
const CHANGEABLE = {
    status: ['status', 'text'],
    subject: ['subject', 'text'],
    preview: ['preview', 'text'],
    queueId: ['queue_id', 'int'],
    priority: ['priority', 'int'],
    requiredSkills: ['required_skills', 'text[]'],
    routingState: ['routing_state', 'text'],
    routingSince: ['routing_since', 'bigint'],
    queuedAt: ['queued_at', 'bigint'],
    agentId: ['agent_id', 'int'],
    heldFor: ['held_for', 'int'],
    holdReason: ['hold_reason', 'text'],
    holdUntil: ['hold_until', 'bigint'],
    holdRefused: ['hold_refused', 'text'],
    declinedBy: ['declined_by', 'int[]'],
    originalAgentId: ['original_agent_id', 'int'],
    pendingBy: ['pending_by', 'int'],
    transferredBy: ['transferred_by', 'int'],
    transferredTo: ['transferred_to', 'int'],
    transferredAt: ['transferred_at', 'bigint'],
    transferNote: ['transfer_note', 'text'],
    why: ['why', 'jsonb'],
    waitingSince: ['waiting_since', 'bigint'],
    unread: ['unread', 'boolean'],
    followUpAt: ['follow_up_at', 'bigint'],
    wrapUpSince: ['wrap_up_since', 'bigint'],
    wrapUpEndsAt: ['wrap_up_ends_at', 'bigint'],
    mayBelongTo: ['may_belong_to', 'int'],
    spam: ['spam', 'jsonb'],
    mergedInto: ['merged_into', 'int'],
    dispositionId: ['disposition_id', 'int'],
    dispositionNotes: ['disposition_notes', 'text'],
    acknowledgedAt: ['acknowledged_at', 'bigint'],
    lastActivityAt: ['last_activity_at', 'bigint'],
    journalSeq: ['journal_seq', 'int'],
    outboxSeq: ['outbox_seq', 'int'],
} as const;
export type ChangeableField = keyof typeof CHANGEABLE;
export const CHANGEABLE_FIELDS = Object.keys(CHANGEABLE) as ChangeableField[];

export const columnOf = (field: ChangeableField): string => CHANGEABLE[field][0];
const isJson = (field: ChangeableField): boolean => CHANGEABLE[field][1] === 'jsonb';

export type ChangeableValues = Readonly<Record<ChangeableField, unknown>>;

/** As a parameter of its column. */
export const parameterOf = (of: ChangeableValues, field: ChangeableField): unknown =>
    isJson(field) && of[field] !== null ? JSON.stringify(of[field]) : of[field];

/** What the columns of each held when they were read under its lock, or written, last. */
const written = new WeakMap<object, unknown[]>();
/** What is an object as its text, since it may be changed in place. */
const comparable = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value;

/** From here on {@link changedFields} tells what is otherwise. */
export const rememberWritten = (of: ChangeableValues): unknown =>
    written.set(
        of,
        CHANGEABLE_FIELDS.map((field) => comparable(of[field])),
    );
/** Of these fields alone; the others stand as they did. */
export function rememberFieldsWritten(of: ChangeableValues, fields: ReadonlySet<ChangeableField>): void {
    const before = written.get(of);
    if (!before) return;
    for (const [n, field] of CHANGEABLE_FIELDS.entries())
        if (fields.has(field)) before[n] = comparable(of[field]);
}
/** All where nothing is remembered. */
export function changedFields(of: ChangeableValues): ChangeableField[] {
    const before = written.get(of);
    if (!before) return CHANGEABLE_FIELDS;
    return CHANGEABLE_FIELDS.filter((field, n) => comparable(of[field]) !== before[n]);
}

/** Statements that save these columns of one interaction and of many, made once for each set of columns. */
export interface Saving {
    /** Its parameters: the id, and the columns in their order. */
    readonly one: Statement<never>;
    /** Its parameters: the rows as JSON, with their ids, and the ids besides, or the planner reads the whole table. */
    readonly many: Statement<never>;
}
const made = new Map<string, Saving>();

export function saving(fields: readonly ChangeableField[]): Saving {
    const key = fields.join();
    const known = made.get(key);
    if (known) return known;
    const columns = fields.map(columnOf);
    const typed = fields.map((field) => CHANGEABLE[field].join(' '));
    const number = made.size + 1;
    const making: Saving = {
        one: statement(
            `interaction_save_${number}`,
            `update interactions set ${columns.map((column, n) => `${column} = $${n + 2}`).join(', ')} where id = $1`,
        ),
        many: statement(
            `interactions_save_${number}`,
            `update interactions i set ${columns.map((column) => `${column} = r.${column}`).join(', ')}
             from jsonb_to_recordset($1) as r(id int, ${typed.join(', ')}) where i.id = r.id and i.id = any($2::int[])`,
        ),
    };
    made.set(key, making);
    return making;
}
