import { answers } from './answers';
import { closed, followUps, heldForMe, mine, notifications, offer, queued } from './interactions';
import { me, now, presence, queues } from './people';
import { awayBanner, detail, feed } from './thread';

/**
 * Stands in for socket.io's client in pictures of whole screens: the real session runs on it with these answers.
 * `?scenario=` chooses: busy, empty, offline, refusing, away, admin.
 */
const scenario = new URLSearchParams(window.location.search).get('scenario') ?? 'busy';
const isEmpty = scenario === 'empty';
const some = <T>(list: readonly T[]): readonly T[] => (isEmpty ? [] : list);

type Acknowledge = (reply: unknown) => void;
type Listener = (payload: unknown) => void;

const lists: Readonly<Record<string, readonly unknown[]>> = {
    mine,
    held_for_me: heldForMe,
    queue: queued,
    follow_ups: followUps,
    closed,
    with_others: [],
    mentions: mine.slice(1, 2),
    all: [...mine, ...closed],
};

const page = (items: readonly unknown[]): object => ({ items, more: false });
const everything = [...mine, ...heldForMe, ...queued, ...followUps, ...closed, offer.interaction];

const queries: Readonly<Record<string, (args: Record<string, unknown>) => unknown>> = {
    ...Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer])),
    loadWorkspace: () => ({
        protocolVersion: 1,
        serverNow: Date.now(),
        streamHead: 0,
        me: scenario === 'admin' ? { ...me, role: 'admin' } : { ...me, withinWorkingHours: !isEmpty },
        offers: some(scenario === 'busy' ? [offer] : []),
        mine: some(mine),
        heldForMe: some(heldForMe),
        presence,
        queues: queues.map((queue) => (isEmpty ? { ...queue, waiting: 0, oldestWaitingSince: null } : queue)),
        notifications: some(notifications),
    }),
    listInteractions: ({ list, queueId }) => page(some(queueId === 2 ? [] : (lists[String(list)] ?? []))),
    getInteraction: ({ interactionId }) => {
        const summary = everything.find(({ id }) => id === interactionId) ?? mine[0];
        return detail(summary, scenario === 'away' ? { originalAgentBanner: awayBanner } : {});
    },
    getContactFeed: () => page(some(feed)),
    listNotifications: () => page(notifications),
};

const refusal = {
    ok: false,
    code: 'refused',
    message: 'Ben Okafor has accepted it meanwhile.',
    nextStep: 'Take the next one from the queue instead.',
};

const results: Readonly<Record<string, (args: Record<string, unknown>) => unknown>> = {
    acceptOffer: () => ({ interactionId: offer.interaction.id }),
    pullNext: () => ({ interactionId: 5 }),
    sendReply: () => ({ messageId: 77, leavesAt: null }),
    postNote: () => ({ noteId: 78 }),
    saveDraft: ({ version, ...typed }) => ({
        saved: true,
        draft: {
            kind: 'reply',
            html: null,
            to: null,
            bcc: [],
            subject: null,
            forwards: null,
            answers: null,
            scheduledFor: null,
            ...typed,
            uploads: [],
            savedAt: now,
            version: Number(version) + 1,
        },
    }),
};

function io(): object {
    const listeners = new Map<string, Listener[]>();
    const fire = (event: string, payload?: unknown): void =>
        listeners.get(event)?.forEach((listener) => listener(payload));
    const socket = {
        connected: true,
        active: true,
        on: (event: string, listener: Listener) =>
            listeners.set(event, [...(listeners.get(event) ?? []), listener]),
        connect: () => undefined,
        disconnect: () => undefined,
        emit(
            event: string,
            payload: { name?: string; args?: Record<string, unknown> },
            acknowledge?: Acknowledge,
        ) {
            const { name = '', args = {} } = payload;
            if (event === 'resume') acknowledge?.({ ok: true, value: { head: 0 } });
            if (event === 'query')
                setTimeout(() => acknowledge?.({ ok: true, value: queries[name]?.(args) ?? {} }), 5);
            if (event === 'command')
                setTimeout(
                    () =>
                        acknowledge?.(
                            scenario === 'refusing'
                                ? refusal
                                : { ok: true, value: results[name]?.(args) ?? {} },
                        ),
                    5,
                );
        },
    };
    setTimeout(() => fire('connect'));
    if (scenario === 'offline') {
        setTimeout(() => {
            socket.connected = false;
            fire('disconnect');
        }, 1_500);
    }
    return socket;
}

Object.assign(globalThis, { io, patchbayFake: { offer } });
