import type { RoutingDecisionRecord } from '../core/routing/decisionRecord.ts';
import type { Channel, HoldReason, InteractionStatus, RoutingState, TargetKind } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import {
    CHANGEABLE_FIELDS,
    changedFields,
    columnOf,
    parameterOf,
    rememberWritten,
    saving,
    type ChangeableField,
} from './interactionColumns.ts';
import { manyRows } from './manyRows.ts';
import { PLACE } from './places.ts';
import { storedJson } from './storedJson.ts';
import { insertedIn, loadedIn, savedIn } from './touched.ts';
import type { Gathered, Transaction } from './transaction.ts';

/** One interaction as its row. Loaded under its lock, changed by a workflow, saved once. */
export interface Interaction {
    readonly id: number;
    readonly channel: Channel;
    readonly customerId: number;
    readonly createdAt: number;
    status: InteractionStatus;
    subject: string;
    preview: string;
    queueId: number;
    priority: number;
    requiredSkills: string[];
    routingState: RoutingState;
    routingSince: number;
    queuedAt: number | null;
    agentId: number | null;
    heldFor: number | null;
    holdReason: HoldReason | null;
    holdUntil: number | null;
    holdRefused: 'declined' | 'missed' | null;
    declinedBy: number[];
    originalAgentId: number | null;
    /** Who set Pending: the follow-up comes back to them (E8). */
    pendingBy: number | null;
    /** A transfer that nobody has taken yet (E10); `transferredTo` is null for one to a queue. */
    transferredBy: number | null;
    transferredTo: number | null;
    transferredAt: number | null;
    transferNote: string | null;
    /** The last routing decision (R3); explain() makes the sentence. */
    why: RoutingDecisionRecord | null;
    waitingSince: number | null;
    unread: boolean;
    followUpAt: number | null;
    wrapUpSince: number | null;
    wrapUpEndsAt: number | null;
    mayBelongTo: number | null;
    /** E12: in the Spam list; the block that put it there, and since when its customer had waited. */
    spam: { readonly blockId: number | null; readonly waitingSince: number | null } | null;
    mergedInto: number | null;
    /** R9: the nearest of its open service targets; the times are null while the clock stands still. Kept by keepTargets. */
    serviceTarget: NearestTarget | null;
    dispositionId: number | null;
    dispositionNotes: string;
    acknowledgedAt: number | null;
    lastActivityAt: number;
    journalSeq: number;
    outboxSeq: number;
}

export interface NearestTarget {
    readonly kind: TargetKind;
    readonly dueAt: number | null;
    readonly warnAt: number | null;
}

export const INTERACTION_COLUMNS = [
    'id',
    'channel',
    'customer_id',
    'created_at',
    'service_target',
    ...CHANGEABLE_FIELDS.map(columnOf),
]
    .map((column) => `i.${column}`)
    .join(', ');

const lock = statement<Interaction>(
    'interaction_lock',
    `select ${INTERACTION_COLUMNS} from interactions i where i.id = $1 for no key update`,
);
const lockMany = statement<Interaction>(
    'interaction_lock_many',
    `select ${INTERACTION_COLUMNS} from interactions i where i.id = any($1::int[]) order by i.id for no key update`,
);
const read = statement<Interaction>(
    'interaction_read',
    `select ${INTERACTION_COLUMNS} from interactions i where i.id = $1`,
);
export const lockInteraction = async (tx: Transaction, id: number): Promise<Interaction | null> =>
    loadedIn(tx, await tx.run(lock, [id]))[0] ?? null;
/** In id order, so that two transactions over the same ones cannot deadlock. */
export const lockInteractions = async (tx: Transaction, ids: readonly number[]): Promise<Interaction[]> =>
    loadedIn(tx, await tx.run(lockMany, [ids]));
const readMany = statement<Interaction>(
    'interactions_read',
    `select ${INTERACTION_COLUMNS} from interactions i where i.id = any($1::int[])`,
);
/** Whole, of what this transaction has locked by less than that. */
export const readLocked = async (tx: Transaction, ids: readonly number[]): Promise<Interaction[]> =>
    loadedIn(tx, await tx.run(readMany, [ids]));
export const readInteraction = (tx: Pick<Transaction, 'run'>, id: number): Promise<Interaction | null> =>
    tx.run(read, [id]).then((rows) => rows[0] ?? null);

const changed: Gathered<Interaction> = {
    name: 'interactions',
    until: 'read',
    place: PLACE.interactions,
    write: (tx, rows) => {
        // Only what is otherwise than it was read; of several, what any of them has changed.
        const changedInAny = new Set(rows.flatMap(changedFields));
        const fields = CHANGEABLE_FIELDS.filter((field) => changedInAny.has(field));
        if (fields.length === 0) return;
        const { one, many } = saving(fields);
        const [only] = rows;
        if (only && rows.length === 1)
            void tx.later(one, [only.id, ...fields.map((field) => parameterOf(only, field))]);
        else void tx.later(many, [storedJson(rows.map((i) => asRow(i, fields))), rows.map(({ id }) => id)]);
        rows.forEach(rememberWritten);
    },
};

const asRow = (i: Interaction, fields: readonly ChangeableField[]): Record<string, unknown> => ({
    id: i.id,
    ...Object.fromEntries(fields.map((field) => [columnOf(field), i[field]])),
});

/** As it is when the transaction next reads, or commits: a workflow that goes on changing it need not save it again. */
export function saveInteraction(tx: Transaction, interaction: Interaction): Promise<void> {
    // One that is not inserted yet is inserted as it will be.
    if (!tx.hasGathered(newRows, interaction.id)) tx.gather(changed, interaction.id, interaction);
    savedIn(tx, interaction);
    tx.signals.interactions.add(interaction.id);
    tx.signals.counters = true;
    return Promise.resolve();
}

const setTarget = statement(
    'interaction_set_service_target',
    `update interactions set service_target = $2, journal_seq = $3 where id = $1`,
);
/** With the entries that the journal has got of it. */
export async function saveNearestTarget(tx: Transaction, i: Interaction): Promise<void> {
    await tx.later(setTarget, [i.id, i.serviceTarget && JSON.stringify(i.serviceTarget), i.journalSeq]);
    tx.signals.interactions.add(i.id);
}

export interface NewInteraction {
    readonly channel: Channel;
    readonly subject: string;
    readonly preview: string;
    readonly customerId: number;
    readonly queueId: number;
    readonly mayBelongTo: number | null;
}

/** Inserts it idle; the workflow routes it in the same transaction. */
export async function insertInteraction(tx: Transaction, made: NewInteraction): Promise<Interaction> {
    const [id = 0] = await reserveInteractionIds(tx, 1);
    return insertReserved(tx, id, made);
}

/** Under a reserved number: written before anything else is sent, with what the workflow has made of it by then. */
export function insertReserved(tx: Transaction, id: number, made: NewInteraction): Interaction {
    const i: Interaction = { ...UNTOUCHED, ...made, id, ...emptyLists(), ...since(tx.now) };
    tx.gather(newRows, id, i);
    return insertedIn(tx, i);
}

const emptyLists = (): Pick<Interaction, 'requiredSkills' | 'declinedBy'> => ({
    requiredSkills: [],
    declinedBy: [],
});
const since = (now: number): Pick<Interaction, 'createdAt' | 'routingSince' | 'lastActivityAt'> => ({
    createdAt: now,
    routingSince: now,
    lastActivityAt: now,
});
const UNTOUCHED = {
    status: 'new',
    priority: 0,
    routingState: 'idle',
    queuedAt: null,
    agentId: null,
    heldFor: null,
    holdReason: null,
    holdUntil: null,
    holdRefused: null,
    originalAgentId: null,
    pendingBy: null,
    transferredBy: null,
    transferredTo: null,
    transferredAt: null,
    transferNote: null,
    why: null,
    waitingSince: null,
    unread: true,
    followUpAt: null,
    wrapUpSince: null,
    wrapUpEndsAt: null,
    spam: null,
    mergedInto: null,
    serviceTarget: null,
    dispositionId: null,
    dispositionNotes: '',
    acknowledgedAt: null,
    journalSeq: 0,
    outboxSeq: 0,
} as const satisfies Partial<Interaction>;

const INSERTED_COLUMNS = ['id', 'channel', 'customer_id', 'created_at', ...CHANGEABLE_FIELDS.map(columnOf)];
const insert = manyRows(
    'interactions_insert',
    INSERTED_COLUMNS,
    (rows) =>
        `insert into interactions (${INSERTED_COLUMNS.join(', ')}) overriding system value values ${rows}`,
);
const newRows: Gathered<Interaction> = {
    name: 'new interactions',
    until: 'statement',
    place: PLACE.newInteractions,
    write: (tx, rows) => {
        insert(
            tx,
            rows.map((i) => [
                i.id,
                i.channel,
                i.customerId,
                i.createdAt,
                ...CHANGEABLE_FIELDS.map((field) => parameterOf(i, field)),
            ]),
        );
        rows.forEach(rememberWritten);
    },
};

const reserve = statement<{ id: number }>(
    'interaction_ids',
    `select nextval('interactions_id_seq')::int as id from generate_series(1, $1::int)`,
);
/** Numbers for interactions to come; what is not used stays a gap. */
export const reserveInteractionIds = async (tx: Pick<Transaction, 'run'>, count: number): Promise<number[]> =>
    (await tx.run(reserve, [count])).map(({ id }) => id);
