import type { LoadWorkspaceResult, StreamEvent } from 'c/patchbayProtocol';
import type { SessionState } from './sessionTypes';

/** What a screen shows of one moment, without anything about the connection. */
export type Live = Pick<
    SessionState,
    'me' | 'offers' | 'mine' | 'heldForMe' | 'presence' | 'queues' | 'notifications'
>;

const NOTIFICATIONS_KEPT = 200;

export function fromWorkspace(workspace: LoadWorkspaceResult): Live {
    const { me, offers, mine, heldForMe, presence, queues, notifications } = workspace;
    return { me, offers, mine, heldForMe, presence, queues, notifications };
}

/** Which reads an event asks for besides what it carries itself. */
export interface Needs {
    readonly lists: boolean;
    readonly workspace: boolean;
}

export function needsOf(event: StreamEvent): Needs {
    switch (event.kind) {
        case 'interaction_changed':
            return { lists: true, workspace: false };
        case 'offer_ended':
            return { lists: event.outcome === 'accepted', workspace: false };
        case 'me_changed':
            return { lists: false, workspace: true };
        case 'offered':
        case 'notified':
            return { lists: false, workspace: false };
    }
}

/** The state after one event of this agent's stream. */
export function applyEvent<S extends Live>(state: S, event: StreamEvent): S {
    switch (event.kind) {
        case 'offered': {
            const others = state.offers.filter(({ id }) => id !== event.offerId);
            // Null: the offer had ended before the event was read.
            return { ...state, offers: event.offer === null ? others : [...others, event.offer] };
        }
        case 'offer_ended':
            return { ...state, offers: state.offers.filter(({ id }) => id !== event.offerId) };
        case 'notified': {
            const others = state.notifications.filter(({ id }) => id !== event.notification.id);
            return { ...state, notifications: [event.notification, ...others].slice(0, NOTIFICATIONS_KEPT) };
        }
        case 'interaction_changed':
        case 'me_changed':
            return state;
    }
}
