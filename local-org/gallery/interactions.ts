import type { InteractionSummary, NotificationView, OfferView, RoutingView } from 'c/patchbayProtocol';
import { ana, ben, hours, minutes, now, seconds, support } from './people';

const routing = (part: Partial<RoutingView>): RoutingView => ({
    state: 'assigned',
    agent: ana,
    heldFor: null,
    holdReason: null,
    until: null,
    since: now - minutes(12),
    ...part,
});

export function interaction(id: number, part: Partial<InteractionSummary> = {}): InteractionSummary {
    return {
        id,
        number: String(1000 + id),
        channel: 'email',
        status: 'open',
        subject: 'Where is my title document?',
        preview: 'Hello, I sent the form two weeks ago and have not heard back since.',
        customer: { name: 'Maria Gonzalez', address: 'maria.gonzalez@example.com' },
        queue: support,
        tags: [],
        priority: 'normal',
        routing: routing({}),
        why: 'Offered to Ana Ruiz: she answered this thread last and is Available.',
        originalAgent: null,
        unread: false,
        waitingSince: now - seconds(130),
        followUpAt: null,
        target: null,
        wrapUp: null,
        mayBelongTo: null,
        lastActivityAt: now - minutes(2),
        version: 4,
        ...part,
    };
}

const person = (name: string): InteractionSummary['customer'] => ({
    name,
    address: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@example.com`,
});

export const mine: InteractionSummary[] = [
    interaction(1, { unread: true }),
    interaction(2, {
        customer: person('Jonas Weber'),
        subject: 'Re: Payment taken twice in October',
        preview: 'Thank you, I attach the two statements.',
        waitingSince: now - minutes(31),
        lastActivityAt: now - minutes(31),
    }),
    interaction(3, {
        customer: {
            name: '',
            address: 'accounts-payable.department+northwest@a-very-long-company-name.example.com',
        },
        subject:
            'AW: WG: RE: Fwd: Rechnung 2026/11/000482 — bitte um Korrektur der Lieferanschrift bis Freitag',
        preview:
            'Sehr geehrte Damen und Herren, die Lieferanschrift auf der Rechnung ist leider nicht richtig.',
        status: 'closed',
        waitingSince: null,
        wrapUp: { since: now - minutes(1), endsAt: now + seconds(90) },
        lastActivityAt: now - hours(5),
    }),
];

export const heldForMe: InteractionSummary[] = [
    interaction(4, {
        customer: person('Priya Nair'),
        subject: 'Re: Change of address',
        preview: 'Yes, that is right.',
        routing: routing({
            state: 'held',
            agent: null,
            heldFor: ana,
            holdReason: 'busy',
            until: now + hours(3),
        }),
        why: 'Held for Ana Ruiz, who is Busy; at 18:05 it goes to Support.',
    }),
];

const inQueue = (minutesAgo: number): Partial<InteractionSummary> => ({
    status: 'new',
    routing: routing({ state: 'queued', agent: null, since: now - minutes(minutesAgo) }),
    waitingSince: now - minutes(minutesAgo),
    lastActivityAt: now - minutes(minutesAgo),
    why: 'Waits in Support: every available member is at capacity.',
});

export const queued: InteractionSummary[] = [
    interaction(5, {
        ...inQueue(7),
        customer: person('Tomasz Nowak'),
        subject: 'Cannot log in',
        preview: 'It says that my account is locked.',
    }),
    interaction(6, { ...inQueue(3), customer: person('Lin Chen'), subject: '', preview: 'see attachment' }),
];

export const followUps: InteractionSummary[] = [
    interaction(7, {
        customer: person('Sara Haddad'),
        subject: 'Documents for the appeal',
        status: 'pending',
        waitingSince: null,
        followUpAt: now + hours(20),
    }),
];

export const closed: InteractionSummary[] = [
    interaction(8, {
        customer: person('Peter Novak'),
        subject: 'Thanks!',
        status: 'closed',
        waitingSince: null,
        routing: routing({ state: 'idle', agent: null }),
        lastActivityAt: now - hours(26),
    }),
];

export const offer: OfferView = {
    id: 51,
    interaction: interaction(9, {
        customer: person('Amelia Thompson'),
        subject: 'Re: Lien release for loan 555-0142',
        preview: 'Any news on this?',
        status: 'open',
        waitingSince: now - minutes(4),
        routing: routing({ state: 'offered', until: now + seconds(48) }),
    }),
    offeredAt: now - seconds(12),
    expiresAt: now + seconds(48),
    why: 'You answered this thread last (yesterday 16:40) and are Available.',
    transfer: null,
};

export const notifications: NotificationView[] = [
    {
        id: 91,
        at: now - minutes(1),
        kind: 'mention',
        text: `${ben.name} mentioned you: can you take over Monday?`,
        interactionId: 2,
        read: false,
    },
    {
        id: 90,
        at: now - minutes(14),
        kind: 'reply',
        text: 'Maria Gonzalez replied: Where is my title document?',
        interactionId: 1,
        read: false,
    },
    {
        id: 88,
        at: now - hours(2),
        kind: 'missed',
        text: 'You missed an offer: Cannot log in. You are Unavailable now.',
        interactionId: 5,
        read: true,
    },
    {
        id: 84,
        at: now - hours(20),
        kind: 'delivery_failed',
        text: 'Your reply to sara@example.com was not delivered: mailbox full.',
        interactionId: 7,
        read: true,
    },
];
