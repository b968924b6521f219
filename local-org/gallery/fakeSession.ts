import type { SessionState } from 'c/patchbaySession';
import { me, presence, queues } from './people';

interface Answer {
    ok: boolean;
    [part: string]: unknown;
}

/** A session for component tests: what it answers is set, what it was asked is recorded. */
export interface FakeSession {
    state: SessionState;
    readonly commands: [string, Record<string, unknown>][];
    readonly queries: [string, Record<string, unknown>][];
    readonly typed: [number, boolean][];
    readonly answers: Record<string, unknown>;
    /** Answers wait until this is called, where `held` is set. */
    held: boolean;
    release(): void;
    change(part: Partial<SessionState>): void;
    grow(interactionId: number): void;
    [other: string]: unknown;
}

const START: SessionState = {
    phase: 'ready',
    offlineSince: null,
    problem: null,
    me,
    offers: [],
    mine: [],
    heldForMe: [],
    presence,
    queues,
    spamVersion: 0,
    notifications: [],
    colleagues: null,
    serverOffset: 0,
    pendingCommands: 0,
};

export const refused = (message: string, nextStep: string | null = null): Answer => ({
    ok: false,
    code: 'refused',
    message,
    nextStep,
});

export function fakeSession(part: Partial<SessionState> = {}): FakeSession {
    const listeners = new Set<(state: SessionState) => void>();
    const watchers = new Map<number, Set<() => void>>();
    let waiting: (() => void)[] = [];
    const answers: Record<string, unknown> = {};
    const isHeld = { now: false };
    const answer = (name: string, fallback: unknown): Promise<unknown> => {
        const known = answers[name];
        const reply =
            known && typeof known === 'object' && 'ok' in known
                ? known
                : { ok: true, value: known ?? fallback };
        return isHeld.now
            ? new Promise((resolve) => waiting.push(() => resolve(reply)))
            : Promise.resolve(reply);
    };
    const session: FakeSession = {
        state: { ...START, ...part },
        commands: [],
        queries: [],
        typed: [],
        answers,
        get held() {
            return isHeld.now;
        },
        set held(value: boolean) {
            isHeld.now = value;
        },
        release() {
            const now = waiting;
            waiting = [];
            now.forEach((run) => run());
        },
        change(change) {
            session.state = { ...session.state, ...change };
            listeners.forEach((listener) => listener(session.state));
        },
        grow(interactionId) {
            watchers.get(interactionId)?.forEach((onChange) => onChange());
        },
        subscribe(listener: (state: SessionState) => void) {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        serverNow: () => Date.now(),
        command(name: string, args: Record<string, unknown>) {
            session.commands.push([name, args]);
            return answer(name, {});
        },
        query(name: string, args: Record<string, unknown>) {
            session.queries.push([name, args]);
            return answer(name, { items: [], more: false });
        },
        watch(interactionId: number, onChange: () => void) {
            const set = watchers.get(interactionId) ?? new Set();
            watchers.set(interactionId, set.add(onChange));
            return () => set.delete(onChange);
        },
        typing(interactionId: number, typing: boolean) {
            session.typed.push([interactionId, typing]);
        },
        upload: (_file: unknown, onProgress: (part: number) => void) => {
            onProgress(0.5);
            return answer('upload', { id: 7, filename: 'a.pdf', contentType: 'application/pdf', size: 10 });
        },
        download: () => answer('download', { url: 'blob:one' }),
        downloadQuarantined: (id: number) => {
            session.queries.push(['downloadQuarantined', { id }]);
            return answer('download', { url: 'blob:raw' });
        },
        signInOptions: () =>
            Promise.resolve(session.answers.signInOptions ?? { demo: false, demoAgents: [] }),
        signIn: (...args: unknown[]) => {
            session.commands.push(['signIn', { args }]);
            return answer('signIn', {});
        },
        demoSignIn: (username: string) => {
            session.commands.push(['demoSignIn', { username }]);
            return answer('demoSignIn', {});
        },
        signOut: () => {
            session.commands.push(['signOut', {}]);
            return Promise.resolve();
        },
    };
    return session;
}
