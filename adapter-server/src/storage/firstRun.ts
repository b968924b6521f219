import type { Schedule } from '../core/schedule.ts';
import type { ServiceTargets } from '../core/policies/serviceTargets.ts';
import { DEFAULT_NEW_TAGS } from '../core/policies/tags.ts';
import { DEFAULT_TRANSFER_NOTE, DEFAULT_TRANSFER_TO_BUSY } from '../core/policies/transfer.ts';
import type { HoldMode, NewTags, TransferNote, TransferToBusy } from '../core/vocabulary.ts';
import { statement } from './database.ts';
import type { Organization } from './organization.ts';
import type { Transaction } from './transaction.ts';

/** What only the first run writes: an organization with its queues, outcomes and mailboxes. */
const takeTurn = statement(
    'first_run_lock',
    `select pg_advisory_xact_lock(hashtextextended('first_run', 0))`,
);
const insertOrganization = statement(
    'organization_insert',
    `insert into organization (id, name, time_zone, status_at_sign_in, pause_reasons, acknowledgements_per_sender_a_day,
         thread_colleagues, pause_reason_required, undo_send_for, new_tags)
     values (1,$1,$2,$3,$4,$5,$6,$7,$8,$9)`,
);
const insertQueue = statement<{ id: number }>(
    'queue_insert',
    `insert into queues (name, restricted, opening_hours, is_open, hold_for, hold_mode, email_ring_for, email_wrap_up_limit,
         acknowledgement, signature, transfer_note, transfer_to_busy, service_targets)
     values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13) returning id`,
);
const insertDispositions = statement(
    'dispositions_insert',
    `insert into dispositions (queue_id, label, position)
     select $1, label, position from unnest($2::text[]) with ordinality as d(label, position)`,
);
const insertMailbox = statement(
    'mailbox_insert',
    `insert into mailboxes (address, display_name, queue_id, kind, imap, changed_at) values ($1,$2,$3,$4,$5,$6)`,
);
const setManager = statement(
    'agent_set_manager',
    `update agents set reporting_manager_id = $2 where id = $1`,
);

/** Held to the end of the transaction: of several processes that start at once, one sets up and the others find it. */
export const takeFirstRunTurn = (tx: Transaction): Promise<unknown> => tx.run(takeTurn);

export const insertOrganizationRow = (
    tx: Transaction,
    organization: Omit<Organization, 'pauseReasons' | 'pauseReasonRequired' | 'newTags'> & {
        readonly pauseReasons: readonly string[];
        readonly pauseReasonRequired?: boolean;
        readonly newTags?: NewTags;
    },
): Promise<unknown> =>
    tx.run(insertOrganization, [
        organization.name,
        organization.timeZone,
        organization.statusAtSignIn,
        organization.pauseReasons,
        organization.acknowledgementsPerSenderADay,
        organization.threadColleagues,
        organization.pauseReasonRequired ?? false,
        organization.undoSendFor,
        organization.newTags ?? DEFAULT_NEW_TAGS,
    ]);

export interface QueueRow {
    readonly name: string;
    readonly restricted: boolean;
    readonly openingHours: Schedule;
    readonly isOpen: boolean;
    readonly holdFor: number;
    readonly holdMode: HoldMode;
    readonly emailRingFor: number;
    readonly wrapUpLimit: number | null;
    readonly acknowledgement: string;
    readonly signature: string;
    readonly transferNote?: TransferNote;
    readonly transferToBusy?: TransferToBusy;
    readonly serviceTargets?: ServiceTargets | null;
}
export const insertQueueRow = async (tx: Transaction, queue: QueueRow): Promise<number> =>
    (
        await tx.one(insertQueue, [
            queue.name,
            queue.restricted,
            JSON.stringify(queue.openingHours),
            queue.isOpen,
            queue.holdFor,
            queue.holdMode,
            queue.emailRingFor,
            queue.wrapUpLimit,
            queue.acknowledgement,
            queue.signature,
            queue.transferNote ?? DEFAULT_TRANSFER_NOTE,
            queue.transferToBusy ?? DEFAULT_TRANSFER_TO_BUSY,
            queue.serviceTargets ? JSON.stringify(queue.serviceTargets) : null,
        ])
    ).id;

/** In the order given. @param queueId null: of every queue */
export const insertDispositionRows = (
    tx: Transaction,
    queueId: number | null,
    labels: readonly string[],
): Promise<unknown> => tx.run(insertDispositions, [queueId, labels]);

export async function insertMailboxRow(
    tx: Transaction,
    mailbox: {
        readonly address: string;
        readonly displayName: string;
        readonly queueId: number;
        readonly kind: 'intake' | 'imap';
        readonly imap: object | null;
    },
): Promise<void> {
    await tx.run(insertMailbox, [
        mailbox.address,
        mailbox.displayName,
        mailbox.queueId,
        mailbox.kind,
        mailbox.imap && JSON.stringify(mailbox.imap),
        tx.now,
    ]);
    tx.signals.mailboxes = true;
}
export const saveReportingManager = (tx: Transaction, agentId: number, managerId: number): Promise<unknown> =>
    tx.run(setManager, [agentId, managerId]);
