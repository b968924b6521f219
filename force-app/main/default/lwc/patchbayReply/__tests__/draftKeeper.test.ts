import type { DraftView, Reply } from 'c/patchbayProtocol';
import { DraftKeeper, SAVE_AFTER, type DraftState } from '../draftKeeper';

const draft = (text: string) => ({
    kind: 'reply' as const,
    text,
    html: null,
    to: null,
    cc: [],
    bcc: [],
    subject: null,
    uploads: [],
});
const view = (text: string, version: number): DraftView => ({
    ...draft(text),
    scheduledFor: null,
    savedAt: 0,
    version,
});
type Saved = Reply<{ saved: boolean; draft: DraftView }>;

function setUp(kept: string | null = null) {
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
    return { keeper, stored, states, saves, fire, answer, due: () => timer?.at ?? null };
}
const ok = (text: string, version: number): Saved => ({
    ok: true,
    value: { saved: true, draft: view(text, version) },
});

it('goes to this browser’s storage at once and to the server half a second after the last key', async () => {
    const { keeper, stored, saves, fire, answer, due, states } = setUp();
    keeper.start(null);
    keeper.change(draft('H'));
    keeper.change(draft('Hi'));
    expect(JSON.parse(stored.get('key') ?? '{}')).toMatchObject({ text: 'Hi', saved: false });
    expect([saves.length, due()]).toEqual([0, SAVE_AFTER]);
    fire();
    expect(saves.map(({ text, version }) => [text, version])).toEqual([['Hi', 0]]);
    await answer(0, ok('Hi', 1));
    expect(states.at(-1)).toBe('saved');
    expect(stored.size).toBe(0);
});

it('saves one at a time, the next on the version that the last one answered', async () => {
    const { keeper, saves, fire, answer } = setUp();
    keeper.start(null);
    keeper.change(draft('one'));
    fire();
    keeper.change(draft('one two'));
    fire();
    expect(saves).toHaveLength(1);
    await answer(0, ok('one', 1));
    fire();
    expect(saves.map(({ text, version }) => [text, version])).toEqual([
        ['one', 0],
        ['one two', 1],
    ]);
});

it('goes on after a reload with what the server never got', () => {
    const { keeper, saves, fire } = setUp(JSON.stringify({ ...draft('typed'), version: 2, saved: false }));
    expect(keeper.start(view('older', 2)).text).toBe('typed');
    fire();
    expect(saves.map(({ text, version }) => [text, version])).toEqual([['typed', 2]]);
});

it('takes the server’s draft where this browser kept none', () => {
    expect(setUp().keeper.start(view('from home', 3)).text).toBe('from home');
    expect(setUp('not json').keeper.start(view('from home', 3)).text).toBe('from home');
});

it('keeps the text here while the server refuses', async () => {
    const { keeper, stored, states, fire, answer } = setUp();
    keeper.start(null);
    keeper.change(draft('Hi'));
    fire();
    await answer(0, { ok: false, code: 'failed', message: 'no', nextStep: null });
    expect(states.at(-1)).toBe('here');
    expect(stored.get('key')).toContain('Hi');
});

it('asks which one to keep where another window saved a newer draft', async () => {
    const { keeper, saves, states, fire, answer } = setUp();
    keeper.start(view('mine', 1));
    keeper.change(draft('mine 2'));
    fire();
    const newer = view('theirs', 5);
    await answer(0, { ok: true, value: { saved: false, draft: newer } });
    expect(states.at(-1)).toBe('conflict');
    keeper.keepMine(newer);
    fire();
    expect(saves.at(-1)).toMatchObject({ text: 'mine 2', version: 5 });
    expect(keeper.takeNewer(newer).text).toBe('theirs');
});

it('saves at once when the interaction is left, and forgets all once sent', () => {
    const { keeper, stored, saves, due } = setUp();
    keeper.start(null);
    keeper.change(draft('Hi'));
    keeper.stop();
    expect(saves).toHaveLength(1);
    keeper.clear();
    expect([stored.size, due()]).toEqual([0, null]);
});
