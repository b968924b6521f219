import type { DraftView, Reply } from 'c/patchbayProtocol';
import { DraftKeeper, type DraftState } from '../draftKeeper';
import type { DurableStore } from '../durableStore';

export const draft = (text: string) => ({
    kind: 'reply' as const,
    text,
    html: null,
    to: null,
    cc: [],
    bcc: [],
    subject: null,
    forwards: null,
    answers: null,
    uploads: [],
});
export const view = (text: string, version: number): DraftView => ({
    ...draft(text),
    scheduledFor: null,
    savedAt: 0,
    version,
});
export type Saved = Reply<{ saved: boolean; draft: DraftView }>;

export function setUp(kept: string | null = null, durable: DurableStore | null = null) {
    const clock = { now: 1_000 };
    const stored = new Map<string, string>(kept === null ? [] : [['key', kept]]);
    const states: DraftState[] = [];
    const saves: { text: string; version: number; answer: (reply: Saved) => void }[] = [];
    let timer: { at: number; run: () => void } | null = null;
    const keeper = new DraftKeeper({
        key: 'key',
        storage: {
            getItem: (key) => stored.get(key) ?? null,
            setItem: (key, value) => {
                stored.set(key, value);
            },
            removeItem: (key) => {
                stored.delete(key);
            },
        },
        durable,
        now: () => clock.now,
        onState: (state) => states.push(state),
        save: ({ text }, version) => new Promise((answer) => saves.push({ text, version, answer })),
        after(at, run) {
            timer = { at, run };
            return () => (timer = null);
        },
    });
    const fire = (): void => {
        const due = timer;
        timer = null;
        due?.run();
    };
    const answer = async (index: number, reply: Saved): Promise<void> => {
        saves[index]?.answer(reply);
        for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    };
    return { keeper, stored, states, saves, fire, answer, clock, due: () => timer?.at ?? null };
}
export const ok = (text: string, version: number): Saved => ({
    ok: true,
    value: { saved: true, draft: view(text, version) },
});
