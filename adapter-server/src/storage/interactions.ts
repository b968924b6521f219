import type { RoutingDecisionRecord } from '../core/routing/decisionRecord.ts';
import type { Channel, HoldReason, InteractionStatus, RoutingState, TargetKind } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import { upsertingCustomer } from './people.ts';
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

/** Columns that a workflow may change, in the order of the update's parameters. */
const CHANGEABLE = {
    status: 'status',
    subject: 'subject',
    preview: 'preview',
    queueId: 'queue_id',
    priority: 'priority',
    requiredSkills: 'required_skills',
    routingState: 'routing_state',
    routingSince: 'routing_since',
    queuedAt: 'queued_at',
    agentId: 'agent_id',
    heldFor: 'held_for',
    holdReason: 'hold_reason',
    holdUntil: 'hold_until',
    holdRefused: 'hold_refused',
    declinedBy: 'declined_by',
    originalAgentId: 'original_agent_id',
    pendingBy: 'pending_by',
    transferredBy: 'transferred_by',
    transferredTo: 'transferred_to',
    transferredAt: 'transferred_at',
    transferNote: 'transfer_note',
    why: 'why',
    waitingSince: 'waiting_since',
    unread: 'unread',
    followUpAt: 'follow_up_at',
    wrapUpSince: 'wrap_up_since',
    wrapUpEndsAt: 'wrap_up_ends_at',
    mayBelongTo: 'may_belong_to',
    spam: 'spam',
    mergedInto: 'merged_into',
    dispositionId: 'disposition_id',
    dispositionNotes: 'disposition_notes',
    acknowledgedAt: 'acknowledged_at',
    lastActivityAt: 'last_activity_at',
    journalSeq: 'journal_seq',
    outboxSeq: 'outbox_seq',
} as const satisfies Partial<Record<keyof Interaction, string>>;
const FIELDS = Object.keys(CHANGEABLE) as (keyof typeof CHANGEABLE)[];
const COLUMNS = Object.values(CHANGEABLE);

export const INTERACTION_COLUMNS = [
    'id',
    'channel',
    'customer_id',
    'created_at',
    'service_target',
    ...COLUMNS,
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
const save = statement(
    'interaction_save',
    `update interactions set ${FIELDS.map((field, n) => `${CHANGEABLE[field]} = $${n + 2}`).join(', ')} where id = $1`,
);
/** Names the ids besides, or the planner reads the whole table to join them. */
const saveMany = statement(
    'interactions_save',
    `update interactions i set ${COLUMNS.map((column) => `${column} = r.${column}`).join(', ')}
     from jsonb_populate_recordset(null::interactions, $1) r where i.id = r.id and i.id = any($2::int[])`,
);
const INSERTING = `insert into interactions as i (channel, status, subject, preview, customer_id, queue_id, routing_state,
         routing_since, queued_at, waiting_since, unread, may_belong_to, created_at, last_activity_at)`;
const insert = statement<Interaction>(
    'interaction_insert',
    `${INSERTING}
     values ($1, 'new', $2, $3, $4, $5, 'idle', $6, null, null, true, $7, $6, $6)
     returning ${INTERACTION_COLUMNS}`,
);
const insertForCustomer = statement<Interaction>(
    'interaction_insert_for_customer',
    `with customer as (${upsertingCustomer('$4', '$8', '$6')})
     ${INSERTING}
     select $1, 'new', $2, $3, customer.id, $5, 'idle', $6, null, null, true, $7, $6, $6 from customer
     returning ${INTERACTION_COLUMNS}`,
);

const valueOf = (interaction: Interaction, field: (typeof FIELDS)[number]): unknown =>
    field === 'why' ? interaction.why && JSON.stringify(interaction.why) : interaction[field];

export const lockInteraction = async (tx: Transaction, id: number): Promise<Interaction | null> =>
    loadedIn(tx, await tx.run(lock, [id]))[0] ?? null;
/** In id order, so that two transactions over the same ones cannot deadlock. */
export const lockInteractions = async (tx: Transaction, ids: readonly number[]): Promise<Interaction[]> =>
    loadedIn(tx, await tx.run(lockMany, [ids]));
export const readInteraction = (tx: Pick<Transaction, 'run'>, id: number): Promise<Interaction | null> =>
    tx.run(read, [id]).then((rows) => rows[0] ?? null);

const changed: Gathered<Interaction> = {
    name: 'interactions',
    until: 'read',
    write: (tx, rows) => {
        const [only] = rows;
        if (only && rows.length === 1)
            return tx.later(save, [only.id, ...FIELDS.map((f) => valueOf(only, f))]);
        return tx.later(saveMany, [storedJson(rows.map(asRow)), rows.map(({ id }) => id)]);
    },
};

const asRow = (interaction: Interaction): Record<string, unknown> => {
    const row: Record<string, unknown> = { id: interaction.id };
    for (const field of FIELDS) row[CHANGEABLE[field]] = interaction[field];
    return row;
};

/** As it is when the transaction next reads, or commits: a workflow that goes on changing it need not save it again. */
export function saveInteraction(tx: Transaction, interaction: Interaction): Promise<void> {
    tx.gather(changed, interaction.id, interaction);
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
export const insertInteraction = async (tx: Transaction, made: NewInteraction): Promise<Interaction> =>
    insertedIn(
        tx,
        await tx.one(insert, [
            made.channel,
            made.subject,
            made.preview,
            made.customerId,
            made.queueId,
            tx.now,
            made.mayBelongTo,
        ]),
    );

/** Along with its customer, who is made or, where a name is given, renamed. */
export const insertInteractionOf = async (
    tx: Transaction,
    customer: { readonly address: string; readonly name: string },
    made: Omit<NewInteraction, 'customerId'>,
): Promise<Interaction> =>
    insertedIn(
        tx,
        await tx.one(insertForCustomer, [
            made.channel,
            made.subject,
            made.preview,
            customer.address,
            made.queueId,
            tx.now,
            made.mayBelongTo,
            customer.name,
        ]),
    );
