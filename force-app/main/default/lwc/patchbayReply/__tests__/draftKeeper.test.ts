import { joined } from '../draft';
import { SAVE_AFTER, SAVE_WITHIN } from '../draftKeeper';
import { draft, ok, setUp, view, type Saved } from './keeping';

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

it('saves at once when the interaction is left, and forgets all when it is cleared', () => {
    const { keeper, stored, saves, due } = setUp();
    keeper.start(null);
    keeper.change(draft('Hi'));
    keeper.stop();
    expect(saves).toHaveLength(1);
    keeper.clear();
    expect([stored.size, due()]).toEqual([0, null]);
});

describe('while it is sent', () => {
    const text = (stored: Map<string, string>): unknown => JSON.parse(stored.get('key') ?? '{}').text;

    it('waits for the save that is on its way, and starts none', async () => {
        const { keeper, saves, fire, answer, due } = setUp();
        keeper.start(null);
        keeper.change(draft('Dear Maria'));
        fire();
        let settled = false;
        void keeper.sending(draft('Dear Maria')).then(() => (settled = true));
        keeper.change(draft('P.S.'));
        expect([settled, due()]).toEqual([false, null]);
        await answer(0, ok('Dear Maria', 1));
        expect([settled, due(), saves.length]).toEqual([true, null, 1]);
    });

    it('this browser keeps both, and then only what was typed meanwhile, as a draft of its own', async () => {
        const { keeper, stored, saves, fire } = setUp();
        keeper.start(view('Dear Maria', 4));
        await keeper.sending(draft('Dear Maria'));
        expect(text(stored)).toBe('Dear Maria');
        keeper.change(draft('P.S.'));
        expect(text(stored)).toBe('Dear Maria\n\nP.S.');
        keeper.sent();
        expect(text(stored)).toBe('P.S.');
        fire();
        expect(saves.at(-1)).toMatchObject({ text: 'P.S.', version: 0 });
    });

    it('nothing is kept where nothing was typed meanwhile', async () => {
        const { keeper, stored, due } = setUp();
        keeper.start(null);
        keeper.change(draft('Dear Maria'));
        await keeper.sending(draft('Dear Maria'));
        keeper.sent();
        expect([stored.size, due()]).toEqual([0, null]);
    });

    it('goes on with both where it could not be sent, on the version that the server has', async () => {
        const { keeper, saves, fire, answer } = setUp();
        keeper.start(null);
        keeper.change(draft('Dear Maria'));
        fire();
        const sending = keeper.sending(draft('Dear Maria'));
        await answer(0, ok('Dear Maria', 1));
        await sending;
        keeper.change(draft('P.S.'));
        expect(keeper.failed().text).toBe('Dear Maria\n\nP.S.');
        fire();
        expect(saves.at(-1)).toMatchObject({ text: 'Dear Maria\n\nP.S.', version: 1 });
    });
});

describe('where the draft was sent or discarded elsewhere', () => {
    const gone: Saved = { ok: false, code: 'conflict', message: 'gone', nextStep: null };
    const typedOnIt = async () => {
        const all = setUp();
        all.keeper.start(view('Dear Maria', 3));
        all.keeper.change(draft('Dear Maria, and'));
        all.fire();
        await all.answer(0, gone);
        return all;
    };

    it('keeps what is typed in this browser, and asks', async () => {
        const { keeper, stored, states, due } = await typedOnIt();
        expect(states.at(-1)).toBe('gone');
        keeper.change(draft('Dear Maria, and more'));
        expect([states.at(-1), due()]).toEqual(['gone', null]);
        expect(stored.get('key')).toContain('Dear Maria, and more');
    });

    it('makes a new draft of it, or forgets it', async () => {
        const kept = await typedOnIt();
        kept.keeper.keepAsNew();
        kept.fire();
        expect(kept.saves.at(-1)).toMatchObject({ text: 'Dear Maria, and', version: 0 });
        const { keeper, stored, states } = await typedOnIt();
        keeper.clear();
        expect([stored.size, states.at(-1)]).toEqual([0, 'none']);
    });
});

it('joins formatted and plain text', () => {
    const formatted = { ...draft('Dear Maria'), html: '<p>Dear <b>Maria</b></p>' };
    expect(joined(formatted, draft('P.S. 1 < 2'))).toMatchObject({
        text: 'Dear Maria\n\nP.S. 1 < 2',
        html: '<p>Dear <b>Maria</b></p><p>P.S. 1 &lt; 2</p>',
    });
});

it('takes back what was sent from here and taken back elsewhere, and never what was only read late', async () => {
    const { keeper, fire, answer } = setUp();
    keeper.start(null);
    keeper.change(draft('Hi'));
    fire();
    await answer(0, { ok: true, value: { saved: true, draft: { ...view('Hi', 1), savedAt: 5 } } });
    await keeper.sending(draft('Hi'));
    expect(keeper.adopt({ ...view('Hi', 1), savedAt: 6 })).toBeNull();
    keeper.sent();
    expect(keeper.adopt({ ...view('Hi', 1), savedAt: 5 })).toBeNull();
    expect(keeper.adopt({ ...view('Hi', 1), savedAt: 9 })).toMatchObject({ text: 'Hi', version: 1 });
    keeper.change(draft('Hello'));
    expect(keeper.adopt({ ...view('Hi', 2), savedAt: 10 })).toBeNull();
});

it('saves at the latest after a while, however long one types on', async () => {
    const { keeper, saves, fire, answer, clock, due } = setUp();
    keeper.start(null);
    keeper.change(draft('a'));
    clock.now += SAVE_WITHIN - SAVE_AFTER;
    keeper.change(draft('ab'));
    expect(due()).toBe(SAVE_AFTER);
    clock.now += SAVE_AFTER - 1;
    keeper.change(draft('abc'));
    expect(due()).toBe(1);
    clock.now += 5_000;
    keeper.change(draft('abcd'));
    expect(due()).toBe(0);
    fire();
    await answer(0, ok('abcd', 1));
    keeper.change(draft('abcde'));
    expect([saves.length, due()]).toEqual([1, SAVE_AFTER]);
});
