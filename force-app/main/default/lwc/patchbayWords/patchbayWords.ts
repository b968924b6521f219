import type {
    Channel,
    InteractionPriority,
    InteractionStatus,
    NotificationView,
    Presence,
    TargetView,
} from 'c/patchbayProtocol';
import { labels } from './labels';

/** The vocabulary of the requirements in the words and pictures of the screen. */

export function presenceWord(presence: Presence): string {
    switch (presence) {
        case 'available':
            return labels.presenceAvailable;
        case 'busy':
            return labels.presenceBusy;
        case 'unavailable':
            return labels.presenceUnavailable;
        case 'logged_out':
            return labels.presenceLoggedOut;
    }
}

export function statusWord(status: InteractionStatus): string {
    switch (status) {
        case 'new':
            return labels.statusNew;
        case 'open':
            return labels.statusOpen;
        case 'pending':
            return labels.statusPending;
        case 'resolved':
            return labels.statusResolved;
        case 'closed':
            return labels.statusClosed;
    }
}

export const PRIORITIES: readonly InteractionPriority[] = ['urgent', 'high', 'normal', 'low'];

export function priorityWord(priority: InteractionPriority): string {
    switch (priority) {
        case 'urgent':
            return labels.priorityUrgent;
        case 'high':
            return labels.priorityHigh;
        case 'normal':
            return labels.priorityNormal;
        case 'low':
            return labels.priorityLow;
    }
}

export function channelIcon(channel: Channel): { name: string; word: string } {
    switch (channel) {
        case 'email':
            return { name: 'utility:email', word: labels.channelEmail };
        case 'chat':
            return { name: 'utility:chat', word: labels.channelChat };
        case 'voice':
            return { name: 'utility:call', word: labels.channelVoice };
    }
}

export type NotificationKind = NotificationView['kind'];

export const NOTIFICATION_KINDS: readonly NotificationKind[] = [
    'offer',
    'mention',
    'follow_up',
    'missed',
    'assigned',
    'reassigned',
    'transfer',
    'reply',
    'delivery_failed',
    'mail_quarantined',
    'scheduled_mail',
    'target_warning',
    'target_breached',
];

export function notificationKind(kind: NotificationKind): { icon: string; word: string } {
    switch (kind) {
        case 'offer':
            return { icon: 'utility:incoming_call', word: labels.notifyOffer };
        case 'mention':
            return { icon: 'utility:user', word: labels.notifyMention };
        case 'assigned':
            return { icon: 'utility:assignment', word: labels.notifyAssigned };
        case 'reassigned':
            return { icon: 'utility:change_owner', word: labels.notifyReassigned };
        case 'follow_up':
            return { icon: 'utility:clock', word: labels.notifyFollowUp };
        case 'missed':
            return { icon: 'utility:missed_call', word: labels.notifyMissed };
        case 'mail_quarantined':
            return { icon: 'utility:email', word: labels.notifyQuarantined };
        case 'delivery_failed':
            return { icon: 'utility:warning', word: labels.notifyDeliveryFailed };
        case 'scheduled_mail':
            return { icon: 'utility:clock', word: labels.notifyScheduledMail };
        case 'transfer':
            return { icon: 'utility:change_owner', word: labels.notifyTransfer };
        case 'reply':
            return { icon: 'utility:reply', word: labels.notifyReply };
        case 'target_warning':
            return { icon: 'utility:warning', word: labels.notifyTargetWarning };
        case 'target_breached':
            return { icon: 'utility:error', word: labels.notifyTargetBreached };
    }
}

export type TargetKind = TargetView['kind'];
export const TARGET_KINDS: readonly TargetKind[] = ['first_reply', 'next_reply', 'resolution'];

export function targetWord(kind: TargetKind): string {
    switch (kind) {
        case 'first_reply':
            return labels.targetFirst;
        case 'next_reply':
            return labels.targetNext;
        case 'resolution':
            return labels.targetResolution;
    }
}
