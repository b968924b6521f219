import type { SessionState } from './sessionTypes';

export const initialState: SessionState = Object.freeze({
    phase: 'loading',
    offlineSince: null,
    problem: null,
    me: null,
    offers: [],
    mine: [],
    heldForMe: [],
    presence: [],
    queues: [],
    spamVersion: 0,
    notifications: [],
    colleagues: null,
    serverOffset: 0,
    pendingCommands: 0,
});

export interface Store {
    readonly state: SessionState;
    /** Tells the listeners only where something differs. */
    change(part: Partial<SessionState>): void;
    subscribe(listener: (state: SessionState) => void): () => void;
}

export function createStore(log: (message: string) => void): Store {
    let state = initialState;
    const listeners = new Set<(state: SessionState) => void>();
    const tell = (listener: (state: SessionState) => void): void => {
        try {
            listener(state);
        } catch (error) {
            // One broken component must not keep the others from hearing.
            log(`a listener of the session failed: ${String(error)}`);
        }
    };
    return {
        get state() {
            return state;
        },
        change(part) {
            const differs = (Object.keys(part) as (keyof SessionState)[]).some(
                (key) => part[key] !== state[key],
            );
            if (!differs) return;
            state = Object.freeze({ ...state, ...part });
            [...listeners].forEach(tell);
        },
        subscribe(listener) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
    };
}
