import Assign from 'c/patchbayAssign';
import Attachment from 'c/patchbayAttachment';
import ChannelCounters from 'c/patchbayChannelCounters';
import Composer from 'c/patchbayComposer';
import Directory from 'c/patchbayDirectory';
import Disposition from 'c/patchbayDisposition';
import Empty from 'c/patchbayEmpty';
import FollowUp from 'c/patchbayFollowUp';
import InboxRow from 'c/patchbayInboxRow';
import InteractionBanners from 'c/patchbayInteractionBanners';
import InteractionHeader from 'c/patchbayInteractionHeader';
import Message from 'c/patchbayMessage';
import NoteEditor from 'c/patchbayNoteEditor';
import Notifications from 'c/patchbayNotifications';
import NotifySettings from 'c/patchbayNotifySettings';
import OfferCard from 'c/patchbayOfferCard';
import OfflineBar from 'c/patchbayOfflineBar';
import OpeningHours from 'c/patchbayOpeningHours';
import OrderedList from 'c/patchbayOrderedList';
import Presence from 'c/patchbayPresence';
import PresenceDot from 'c/patchbayPresenceDot';
import QueueCounters from 'c/patchbayQueueCounters';
import Refusal from 'c/patchbayRefusal';
import Skeleton from 'c/patchbaySkeleton';
import Timeline from 'c/patchbayTimeline';
import Transfer from 'c/patchbayTransfer';
import type { GalleryEntry } from 'host/galleryEntry';
import { interaction, mine, notifications, offer, queued } from './interactions';
import {
    ana,
    ben,
    directoryQueues,
    me,
    minutes,
    now,
    openingHours,
    presence,
    queues,
    seconds,
    support,
} from './people';
import { searchEntries } from './search';
import { targetEntries } from './targets';
import {
    atOnce,
    allowed,
    awayBanner,
    can,
    detail,
    feed,
    htmlMessage,
    journal,
    message,
    messages,
    not,
} from './thread';

type Component = GalleryEntry['component'];
const entry = (
    name: string,
    title: string,
    component: unknown,
    props: Record<string, unknown> = {},
    size: Pick<GalleryEntry, 'width' | 'height'> = {},
): GalleryEntry => ({ name, title, component: component as Component, props, ...size });

const strip = { width: 320 };
const taken = {
    message: 'Ben Okafor has accepted it meanwhile.',
    nextStep: 'It left your list; nothing is to be done.',
};
const owner = { name: ana.name, presence: 'available', reason: null, isMe: true };
const file = (part: object): object => ({
    id: null,
    filename: 'Statement.pdf',
    contentType: 'application/pdf',
    size: 184_320,
    ...part,
});
const compose = {
    to: [{ name: 'Maria Gonzalez', address: 'maria@example.com' }],
    canClose: true,
    agents: presence,
};

/** States of the components, as the pictures show them. */
export const gallery: readonly GalleryEntry[] = [
    ...searchEntries,
    ...targetEntries,
    entry('offer', 'Offer', OfferCard, { offer }, strip),
    entry(
        'offer-transfer',
        'Offer: transferred, with the note',
        OfferCard,
        {
            offer: {
                ...offer,
                transfer: { by: ben, to: ana, at: now, note: 'She asked for you: the county form.' },
            },
        },
        strip,
    ),
    entry('offer-busy', 'Offer: answered, not confirmed', OfferCard, { offer, busy: true }, strip),
    entry('offer-refused', 'Offer: refused', OfferCard, { offer, refusal: taken }, strip),
    entry('presence-available', 'My status', Presence, { me }, strip),
    entry(
        'presence-paused',
        'My status: paused',
        Presence,
        {
            me: {
                ...me,
                chosen: 'unavailable',
                presence: 'unavailable',
                reason: 'Lunch',
                since: now - minutes(4),
            },
        },
        strip,
    ),
    entry('dot-available', 'Available', PresenceDot, { presence: 'available' }, strip),
    entry('dot-busy', 'Busy', PresenceDot, { presence: 'busy' }, strip),
    entry('dot-unavailable', 'Unavailable', PresenceDot, { presence: 'unavailable' }, strip),
    entry('dot-logged-out', 'Logged Out', PresenceDot, { presence: 'logged_out' }, strip),
    entry('row-unread', 'Row: unread', InboxRow, { item: mine[0], focusable: true }, strip),
    entry('row-long', 'Row: too long, wrap-up', InboxRow, { item: mine[2], current: true }, strip),
    entry('row-queue', 'Row: to be taken', InboxRow, { item: queued[1], takeable: true }, strip),
    entry(
        'row-gone',
        'Row: gone while looked at',
        InboxRow,
        { item: queued[0], goneText: 'No longer here' },
        strip,
    ),
    entry('counters', 'Queue counters', QueueCounters, { counters: queues }, strip),
    entry('channel-counters', 'What waits, by channel', ChannelCounters, { counters: queues }, strip),
    entry('notifications', 'Bell', Notifications, { notifications, notifyBy: me.notifyBy }, { width: 380 }),
    entry('notify-settings', 'Notification settings', NotifySettings, { notifyBy: me.notifyBy }, strip),
    entry('offline', 'Offline', OfflineBar, { since: now - seconds(12) }, strip),
    entry(
        'refusal',
        'Refusal',
        Refusal,
        {
            message: 'Replies to no-reply@bank.example.com are not read.',
            nextStep: 'Write to maria@example.com from the contact record instead.',
            dismissible: true,
        },
        { width: 380 },
    ),
    entry('skeleton', 'Loading', Skeleton, { rows: 3 }, strip),
    entry(
        'empty',
        'Empty',
        Empty,
        { heading: 'Nothing is assigned to you', text: 'What you accept or take from a queue appears here.' },
        strip,
    ),
    entry('directory', 'Directory', Directory, { agents: presence, myId: ana.id }, { width: 380 }),
    entry(
        'directory-transfer',
        'Directory: agents and queues to transfer to',
        Directory,
        { agents: presence, queues: directoryQueues, myId: ana.id, pickLabel: 'Transfer' },
        strip,
    ),
    entry('directory-empty', 'Directory: nobody', Directory, { agents: [] }, strip),
    entry('header', 'Interaction header', InteractionHeader, { detail: detail(), owner, isMine: true }),
    entry(
        'header-narrow',
        'Interaction header, narrow, long',
        InteractionHeader,
        { detail: detail(mine[2]), owner, isMine: true, showCustomer: true },
        strip,
    ),
    entry('header-wrap-up', 'Interaction header, wrap-up', InteractionHeader, {
        detail: detail(mine[2], {
            can: { ...can, dismiss: allowed, reply: not('Closed.'), close: not('Closed.') },
            disposition: { label: 'Answered', notes: '' },
        }),
        owner,
        isMine: true,
    }),
    entry('header-queued', 'Interaction header, in the queue', InteractionHeader, {
        detail: detail(queued[0], {
            can: { ...can, pull: allowed, reply: not('Take it first.'), close: not('Take it first.') },
        }),
        owner: null,
    }),
    entry('banners', 'Banners', InteractionBanners, {
        detail: detail(
            interaction(1, { mayBelongTo: { id: 3, number: '1003', subject: 'Title document' } }),
            { originalAgentBanner: awayBanner },
        ),
        refusal: {
            message: 'Resolving needs a reply first.',
            nextStep: 'Reply, or close it with the outcome “No answer needed”.',
        },
    }),
    entry('message', 'Message: HTML, failed check, blocked images, files', Message, { message: htmlMessage }),
    entry('message-ours', 'Message: ours, not delivered', Message, {
        message: message(9, {
            direction: 'outbound',
            agent: ana,
            authentication: null,
            delivery: { state: 'failed', detail: '550 5.1.1 no such user', at: now, ...atOnce },
        }),
    }),
    entry('message-narrow', 'Message, narrow', Message, { message: htmlMessage }, strip),
    entry('timeline', 'Timeline', Timeline, {
        messages,
        journal,
        notes: feed.slice(0, 1),
        sending: new Set(),
    }),
    entry('composer', 'Composer', Composer, { ...compose, text: '', uploads: [] }),
    entry('composer-full', 'Composer: files, Cc, note to the original agent, emoji, refusal', Composer, {
        ...compose,
        text: 'Dear Maria,\n\nhere it is 😀.',
        cc: ['county@example.com', 'not an address'],
        draftText: 'Saved',
        tagging: awayBanner?.taggingNote,
        refusal: {
            message: 'Emojis are refused in email: 😀 in line 3.',
            nextStep: 'Remove it and send again.',
        },
        uploads: [
            file({ key: 'a', id: 7, progress: null }),
            file({ key: 'b', progress: 0.42 }),
            file({ key: 'c', progress: null, error: 'Larger than 25 MB.' }),
        ],
    }),
    entry(
        'composer-refused',
        'Composer: no reply possible',
        Composer,
        {
            ...compose,
            can: not(
                'Replies to no-reply@bank.example.com are not read.',
                'Write to maria@example.com from the contact record instead.',
            ),
        },
        { width: 380 },
    ),
    entry(
        'composer-note',
        'Composer: note',
        Composer,
        { ...compose, mode: 'note', noteText: 'She called as well.' },
        { width: 380 },
    ),
    entry('note', 'Note editor', NoteEditor, { agents: presence }, strip),
    entry('disposition', 'Outcome', Disposition, { dispositions: detail().dispositions, sends: true }),
    entry(
        'disposition-narrow',
        'Outcome, narrow, refused',
        Disposition,
        {
            dispositions: detail().dispositions,
            refusal: { message: 'Somebody closed it meanwhile.', nextStep: 'Look at the timeline.' },
        },
        strip,
    ),
    entry('follow-up', 'Pending', FollowUp, { timeZone: 'Europe/Vienna' }, { width: 600 }),
    entry('assign', 'Assign', Assign, { agents: presence, ownerId: ana.id, queueId: 1 }, { width: 600 }),
    entry(
        'transfer',
        'Transfer: refused, two ways on',
        Transfer,
        {
            queue: support,
            target: { agentId: ben.id, name: ben.name },
            refusal: {
                message: `${ben.name} is Unavailable and takes no transfers meanwhile.`,
                nextStep: `Transfer it to Support instead, or let it wait for ${ben.name}.`,
            },
        },
        { width: 380 },
    ),
    entry(
        'ordered-list',
        'A list in an order',
        OrderedList,
        { name: 'Pause reasons', items: me.pauseReasons.map((label) => ({ id: null, label })) },
        strip,
    ),
    entry('opening-hours', 'Opening hours', OpeningHours, { hours: openingHours }, strip),
    entry('attachment', 'Attachment', Attachment, { attachment: htmlMessage.attachments[1] }, strip),
];
