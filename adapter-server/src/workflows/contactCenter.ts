import type { ContentRule, RuleActions } from '../core/contentRules/rule.ts';
import type { Duration } from '../core/duration.ts';
import type { ServiceTargets } from '../core/policies/serviceTargets.ts';
import type { Schedule } from '../core/schedule.ts';
import type {
    HoldMode,
    MembershipPriority,
    Permission,
    Role,
    TransferNote,
    TransferToBusy,
    NewTags,
} from '../core/vocabulary.ts';

/** A contact center as the first-run file describes it; things name each other by name, since none has an id yet. */
export interface ContactCenter {
    readonly organization: {
        readonly name: string;
        readonly timeZone: string;
        readonly statusAtSignIn: 'available' | 'unavailable';
        readonly pauseReasons: readonly string[];
        /** Not required where absent. */
        readonly pauseReasonRequired?: boolean;
        readonly acknowledgementsPerSenderADay: number;
        readonly threadColleagues: boolean;
        readonly undoSendFor: Duration;
        /** Everybody where absent. */
        readonly newTags?: NewTags;
    };
    /** Outcomes of every queue. */
    readonly dispositions: readonly string[];
    /** Of every queue; none where absent. */
    readonly quickReplies?: readonly NewQuickReply[];
    readonly queues: readonly NewQueue[];
    readonly mailboxes: readonly NewMailbox[];
    readonly agents: readonly ContactCenterAgent[];
    /** In their order; none where absent. */
    readonly contentRules?: readonly NewContentRule[];
}

export interface NewQueue {
    readonly name: string;
    readonly restricted: boolean;
    readonly openingHours: Schedule;
    readonly holdFor: Duration;
    readonly holdMode: HoldMode;
    readonly emailRingFor: Duration;
    /** null: wrap-up lasts until the agent dismisses the interaction. */
    readonly wrapUpLimit: Duration | null;
    /** By default (policies/transfer) where absent. */
    readonly transferNote?: TransferNote;
    readonly transferToBusy?: TransferToBusy;
    /** None where absent. */
    readonly serviceTargets?: ServiceTargets | null;
    readonly acknowledgement: string;
    readonly signature: string;
    /** Outcomes of this queue alone, beside those of every queue. */
    readonly dispositions: readonly string[];
    /** Of this queue alone; none where absent. */
    readonly quickReplies?: readonly NewQuickReply[];
}

export interface NewQuickReply {
    readonly shortcut: string;
    readonly title: string;
    readonly text: string;
}

/** R8; its queue by name, null where it says nothing about it. */
export interface NewContentRule extends Omit<ContentRule, 'id' | 'actions'> {
    readonly queue: string | null;
    readonly actions: Omit<RuleActions, 'queueId'>;
}

export interface NewMailbox {
    /** Lower-cased. */
    readonly address: string;
    readonly displayName: string;
    readonly queue: string;
    readonly kind: 'intake' | 'imap';
    /** What the email channel needs to sign in; null for the server's own intake. */
    readonly imap: object | null;
}

export interface ContactCenterAgent {
    readonly username: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly role: Role;
    /** Username of the reporting manager. */
    readonly reportsTo: string | null;
    readonly timeZone: string;
    /** null: always within working hours. */
    readonly workingHours: Schedule | null;
    readonly emailCapacity: number;
    readonly skills: readonly string[];
    readonly permissions: readonly Permission[];
    readonly queues: readonly { readonly queue: string; readonly priority: MembershipPriority }[];
    /** null: signs in by the org's token or, in the demo, without one. */
    readonly password: string | null;
}

/** Makes what is stored of a password (argon2id). */
export type PasswordHasher = (password: string) => Promise<string>;
