import type { QueryName, QueryResult } from 'c/patchbayProtocol';
import { hits, savedSearches, terms } from './found';
import { closed } from './interactions';
import { directoryQueues, hours, minutes, now, openingHours, presence, support, title } from './people';
import { DISPOSITIONS } from './thread';

const PLACEHOLDER = 'Dear Maria,\n\nyour {case.number} is with {agent.name}.';
const GREETING = 'Thank you for writing to us.';

const quickReplies: QueryResult<'getWritingHelp'>['quickReplies'] = [
    {
        id: 1,
        own: true,
        shortcut: 'thanks',
        title: 'Thanks',
        text: GREETING,
        html: null,
        unfilled: [],
    },
    {
        id: 2,
        own: false,
        shortcut: 'where',
        title: 'Where your title document is, and what happens next',
        text: PLACEHOLDER,
        html: null,
        unfilled: ['case.number'],
    },
];

/** Of a queue, as an admin keeps it. */
const queue = (
    of: typeof support,
    part: Partial<QueryResult<'listQueues'>['items'][number]> = {},
): QueryResult<'listQueues'>['items'][number] => ({
    ...of,
    restricted: false,
    addresses: [`${of.id === support.id ? 'support' : 'title'}@example.com`],
    openingHours,
    holdFor: hours(16),
    holdMode: 'opening_hours',
    emailRingFor: minutes(1),
    emailWrapUpLimit: minutes(5),
    transferNote: 'required',
    transferToBusy: 'wait',
    acknowledgement: 'We have received your email and will reply shortly.',
    serviceTargets: {
        all: { firstReply: hours(4), nextReply: hours(8), resolution: hours(40) },
        byPriority: { urgent: { firstReply: minutes(30), nextReply: null, resolution: null } },
        warnBy: 'percent',
        warnPercent: 75,
        warnBefore: minutes(15),
    },
    ...part,
});

/** What the pictures of the other screens are answered: each state that an agent or an admin meets in a day. */
export const answers: { readonly [N in QueryName]?: QueryResult<N> } = {
    getWritingHelp: {
        quickReplies,
        macros: [
            {
                id: 1,
                own: true,
                key: '1',
                title: 'Answered, closed',
                does: ['Send “Thanks”.', 'Close as Answered.'],
            },
        ],
        signature: { text: 'Ana Ruiz\nExample Support\n+1 555 0100', of: 'agent' },
    },
    listQuickReplies: {
        items: [
            {
                id: 1,
                queue: null,
                own: true,
                shortcut: 'thanks',
                title: 'Thanks',
                text: GREETING,
                format: 'plain',
            },
            {
                id: 2,
                queue: support,
                own: false,
                shortcut: 'where',
                title: 'Where your title document is, and what happens next',
                text: PLACEHOLDER,
                format: 'plain',
            },
        ],
        fields: ['agent.name', 'case.number', 'customer.name'],
    },
    listMacros: {
        items: [
            {
                id: 1,
                queue: null,
                own: true,
                key: '1',
                title: 'Answered, closed',
                steps: [
                    { kind: 'reply', quickReplyId: 1, send: true },
                    { kind: 'close', dispositionId: 1, notes: '' },
                ],
            },
        ],
        dispositions: [{ id: 1, label: 'Answered', queue: support }],
    },
    getOwnSignature: { text: 'Ana Ruiz\nExample Support\n+1 555 0100' },
    listQueueSignatures: { items: [{ queueId: support.id, text: 'Example Support' }] },
    listCustomerInteractions: { items: closed, more: false },
    searchDirectory: {
        agents: presence.map((one) => ({
            ...one,
            nextWorkingBoundaryAt: now + hours(3),
            withinWorkingHours: true,
            receivesWhilePaused: false,
        })),
        moreAgents: false,
        queues: directoryQueues,
    },
    searchInteractions: { terms, items: hits, next: null, lookedBackTo: null },
    listSavedSearches: { items: savedSearches },
    listScheduled: { items: [] },
    listPresence: { items: presence },
    listDispositions: {
        items: DISPOSITIONS.map((label, index) => ({ id: index + 1, label })),
        ofAll: [{ id: 90, label: 'Spam' }],
    },
    getPauseReasons: { reasons: ['Lunch', 'Training', 'Back office'], required: false },
    listQueues: {
        items: [queue(support), queue(title, { restricted: true, transferToBusy: 'refuse' })],
    },
    listMailboxes: {
        items: [
            {
                id: 1,
                address: 'support@example.com',
                displayName: 'Example Support',
                queue: support,
                kind: 'intake',
                enabled: true,
                state: 'listening',
                lastError: null,
                changedAt: now - hours(50),
                lastMailAt: now - minutes(2),
                nextAttemptAt: null,
                imap: null,
            },
        ],
        canStoreCredentials: true,
    },
    listQuarantine: {
        items: [
            {
                id: 4,
                at: now - hours(2),
                reason: 'Its parts are nested more than 50 deep.',
                size: 48_211,
                resolvedAt: null,
                origin: 'smtp',
                mailbox: null,
                envelopeFrom: 'accounts-payable.department+northwest@a-very-long-company-name.example.com',
                envelopeTo: ['support@example.com'],
                resolution: null,
                resolvedBy: null,
                resolvedReason: null,
            },
        ],
        more: false,
        waiting: 1,
    },
    listOutbox: {
        items: [
            {
                id: 12,
                lane: 'mail',
                kind: 'mail',
                state: 'waiting',
                attempts: 3,
                nextAttemptAt: now + minutes(4),
                lastError: '451 4.7.1 Greylisted, try again later',
                interactionId: 2,
                subject: 'Re: Payment taken twice in October',
                to: 'jonas.weber@example.com',
                givenUpAt: null,
                givenUpBy: null,
                givenUpReason: null,
            },
        ],
        more: false,
        counts: { waiting: 1, dead: 0 },
    },
};
