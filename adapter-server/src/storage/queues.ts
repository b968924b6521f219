import type { ServiceTargets } from '../core/policies/serviceTargets.ts';
import type { Schedule } from '../core/schedule.ts';
import type { HoldMode, MembershipPriority, TransferNote, TransferToBusy } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import { withoutTargetsIn } from './touched.ts';
import type { Transaction } from './transaction.ts';

export interface Queue {
    readonly id: number;
    readonly name: string;
    readonly restricted: boolean;
    readonly openingHours: Schedule;
    readonly isOpen: boolean;
    readonly holdFor: number;
    readonly holdMode: HoldMode;
    readonly emailRingFor: number;
    readonly emailWrapUpLimit: number | null;
    readonly acknowledgement: string;
    readonly signature: string;
    readonly transferNote: TransferNote;
    readonly transferToBusy: TransferToBusy;
    /** R9; null: none. */
    readonly serviceTargets: ServiceTargets | null;
}
const COLUMNS = `q.id, q.name, q.restricted, q.opening_hours, q.is_open, q.hold_for, q.hold_mode, q.email_ring_for,
    q.email_wrap_up_limit, q.acknowledgement, q.signature, q.transfer_note, q.transfer_to_busy, q.service_targets`;

export interface Membership {
    readonly queueId: number;
    readonly agentId: number;
    readonly priority: MembershipPriority;
}

const read = statement<Queue>('queue_read', `select ${COLUMNS} from queues q where q.id = $1`);
const readShared = statement<Queue>(
    'queue_read_shared',
    `select ${COLUMNS} from queues q where q.id = $1 for share`,
);
const readManyShared = statement<Queue>(
    'queues_read_shared',
    `select ${COLUMNS} from queues q where q.id = any($1::int[]) order by q.id for share`,
);
const withTargets = statement<{ id: number }>(
    'queues_with_targets',
    `select q.id from queues q where q.id = any($1::int[]) and q.service_targets is not null`,
);
const list = statement<Queue>('queues_list', `select ${COLUMNS} from queues q order by q.id`);
const setOpen = statement('queue_set_open', `update queues set is_open = $2 where id = $1`);
const isMember = statement<Membership>(
    'queue_is_member',
    `select queue_id, agent_id, priority from queue_members where queue_id = $1 and agent_id = $2`,
);
const queuesOf = statement<{ queueId: number }>(
    'queues_of_agent',
    `select queue_id from queue_members where agent_id = $1 order by queue_id`,
);
/** An address of ours, and the queue whose mail it is. */
export interface MailboxAddress {
    readonly id: number;
    readonly address: string;
    readonly displayName: string;
    readonly queueId: number;
    readonly enabled: boolean;
}
const mailboxAddresses = statement<MailboxAddress>(
    'mailbox_addresses',
    `select id, address, display_name, queue_id, enabled from mailboxes order by id`,
);
const mailboxByAddress = statement<MailboxAddress>(
    'mailbox_by_address',
    `select id, address, display_name, queue_id, enabled from mailboxes where address = $1`,
);
/** Of ours, what the newest message of the customer was written to. */
const writtenTo = statement<{ address: string; displayName: string }>(
    'address_written_to',
    `select b.address, b.display_name
     from messages m cross join lateral unnest(m.envelope_to || array(
             select r ->> 'address' from jsonb_array_elements(m.recipients || m.cc) r)) with ordinality a (address, n)
         join mailboxes b on b.address = regexp_replace(a.address, '[+][^@]*@', '@')
     where m.interaction_id = $1 and m.direction = 'inbound' order by m.id desc, a.n limit 1`,
);
const ownAddresses = statement<{ address: string; queueId: number }>(
    'own_addresses',
    `select address, queue_id from mailboxes order by id`,
);

type On = Pick<Transaction, 'run'>;
export const readQueue = async (on: On, id: number): Promise<Queue> => {
    const row = (await on.run(read, [id]))[0];
    if (!row) throw new Error(`queue ${id} does not exist`);
    return row;
};
/** With settings that nobody edits until this transaction ends: a deadline must not be made of what is just changing. */
export async function readQueueSettings(tx: Transaction, id: number): Promise<Queue> {
    const queue = await tx.one(readShared, [id]);
    if (queue.serviceTargets === null) withoutTargetsIn(tx).add(id);
    return queue;
}
/** The same for several. */
export const readQueuesSettings = (tx: Transaction, ids: readonly number[]): Promise<Queue[]> =>
    tx.run(readManyShared, [ids]);
export const queuesWithTargets = async (tx: Transaction, ids: readonly number[]): Promise<number[]> =>
    (await tx.run(withTargets, [ids])).map(({ id }) => id);
export const findQueue = (on: On, id: number): Promise<Queue | null> =>
    on.run(read, [id]).then((rows) => rows[0] ?? null);
export const listQueues = (on: On): Promise<Queue[]> => on.run(list);
export const membershipOf = (on: On, queueId: number, agentId: number): Promise<Membership | null> =>
    on.run(isMember, [queueId, agentId]).then((rows) => rows[0] ?? null);
export const queuesOfAgent = async (on: On, agentId: number): Promise<number[]> =>
    (await on.run(queuesOf, [agentId])).map((row) => row.queueId);
export const listMailboxAddresses = (on: On): Promise<MailboxAddress[]> => on.run(mailboxAddresses);
export const findMailbox = (on: On, address: string): Promise<MailboxAddress | null> =>
    on.run(mailboxByAddress, [address]).then((rows) => rows[0] ?? null);
export const addressWrittenTo = (
    on: On,
    interactionId: number,
): Promise<{ address: string; displayName: string } | null> =>
    on.run(writtenTo, [interactionId]).then((rows) => rows[0] ?? null);
export const listOwnAddresses = (on: On): Promise<{ address: string; queueId: number }[]> =>
    on.run(ownAddresses);

export async function saveQueueOpen(tx: Transaction, queueId: number, open: boolean): Promise<void> {
    await tx.run(setOpen, [queueId, open]);
    tx.signals.counters = true;
    tx.signals.queues.add(queueId);
}
