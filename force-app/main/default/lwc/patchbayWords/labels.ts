import channelChat from '@salesforce/label/c.Patchbay_ChannelChat';
import channelEmail from '@salesforce/label/c.Patchbay_ChannelEmail';
import channelVoice from '@salesforce/label/c.Patchbay_ChannelVoice';
import notifyAssigned from '@salesforce/label/c.Patchbay_NotifyAssigned';
import notifyDeliveryFailed from '@salesforce/label/c.Patchbay_NotifyDeliveryFailed';
import notifyFollowUp from '@salesforce/label/c.Patchbay_NotifyFollowUp';
import notifyMention from '@salesforce/label/c.Patchbay_NotifyMention';
import notifyMissed from '@salesforce/label/c.Patchbay_NotifyMissed';
import notifyOffer from '@salesforce/label/c.Patchbay_NotifyOffer';
import notifyQuarantined from '@salesforce/label/c.Patchbay_NotifyQuarantined';
import notifyReassigned from '@salesforce/label/c.Patchbay_NotifyReassigned';
import notifyReply from '@salesforce/label/c.Patchbay_NotifyReply';
import notifyScheduledMail from '@salesforce/label/c.Patchbay_NotifyScheduledMail';
import notifyTargetBreached from '@salesforce/label/c.Patchbay_NotifyTargetBreached';
import notifyTargetWarning from '@salesforce/label/c.Patchbay_NotifyTargetWarning';
import targetFirst from '@salesforce/label/c.Patchbay_TargetKindFirst';
import targetNext from '@salesforce/label/c.Patchbay_TargetKindNext';
import targetResolution from '@salesforce/label/c.Patchbay_TargetKindResolution';
import notifyTransfer from '@salesforce/label/c.Patchbay_NotifyTransfer';
import presenceAvailable from '@salesforce/label/c.Patchbay_PresenceAvailable';
import presenceBusy from '@salesforce/label/c.Patchbay_PresenceBusy';
import presenceLoggedOut from '@salesforce/label/c.Patchbay_PresenceLoggedOut';
import presenceUnavailable from '@salesforce/label/c.Patchbay_PresenceUnavailable';
import priorityHigh from '@salesforce/label/c.Patchbay_PriorityHigh';
import priorityLow from '@salesforce/label/c.Patchbay_PriorityLow';
import priorityNormal from '@salesforce/label/c.Patchbay_PriorityNormal';
import priorityUrgent from '@salesforce/label/c.Patchbay_PriorityUrgent';
import statusClosed from '@salesforce/label/c.Patchbay_StatusClosed';
import statusNew from '@salesforce/label/c.Patchbay_StatusNew';
import statusOpen from '@salesforce/label/c.Patchbay_StatusOpen';
import statusPending from '@salesforce/label/c.Patchbay_StatusPending';
import statusResolved from '@salesforce/label/c.Patchbay_StatusResolved';

export const labels = {
    channelChat,
    channelEmail,
    channelVoice,
    notifyAssigned,
    notifyDeliveryFailed,
    notifyFollowUp,
    notifyMention,
    notifyMissed,
    notifyOffer,
    notifyQuarantined,
    notifyReassigned,
    notifyReply,
    notifyScheduledMail,
    notifyTargetBreached,
    notifyTargetWarning,
    notifyTransfer,
    targetFirst,
    targetNext,
    targetResolution,
    presenceAvailable,
    presenceBusy,
    presenceLoggedOut,
    presenceUnavailable,
    priorityHigh,
    priorityLow,
    priorityNormal,
    priorityUrgent,
    statusClosed,
    statusNew,
    statusOpen,
    statusPending,
    statusResolved,
};
