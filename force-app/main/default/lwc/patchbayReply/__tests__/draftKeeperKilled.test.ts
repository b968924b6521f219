import { type Draft } from '../draft';
import type { DurableStore } from '../durableStore';
import { draft, ok, setUp, view } from './keeping';

describe('after a browser that was killed', () => {
    /** A disk, as another browser process finds it. */
    function disk(kept: Record<string, unknown> | null = null) {
        const values = new Map<string, string>(kept ? [['key', JSON.stringify(kept)]] : []);
        const store: DurableStore = {
            read: (key) => Promise.resolve(values.get(key) ?? null),
            write(key, value) {
                values.set(key, value);
            },
            written: () => Promise.resolve(),
        };
        return {
            store,
            kept: () => JSON.parse(values.get('key') ?? 'null') as Record<string, unknown> | null,
        };
    }

    it('goes on with the last key, which only the disk has, and saves nothing before it was read', async () => {
        const typed = { ...draft('typed last'), version: 2, saved: false, at: 9 };
        const stale = JSON.stringify({ ...draft('typed'), version: 2, saved: false, at: 5 });
        const { keeper, saves, fire, due } = setUp(stale, disk(typed).store);
        expect(keeper.start(view('ty', 2)).text).toBe('typed');
        expect(due()).toBeNull();
        expect((await keeper.recover())?.text).toBe('typed last');
        fire();
        expect(saves.map(({ text, version }) => [text, version])).toEqual([['typed last', 2]]);
    });

    it('what is typed before the disk was read stays', async () => {
        const typed = { ...draft('older'), version: 0, saved: false, at: 9 };
        const { keeper, saves, fire } = setUp(null, disk(typed).store);
        keeper.start(null);
        keeper.change(draft('new'));
        expect(await keeper.recover()).toBeNull();
        fire();
        expect(saves.map(({ text }) => text)).toEqual(['new']);
    });

    it('what was saved does not come back from an older copy', async () => {
        const stale = JSON.stringify({ ...draft('typed'), version: 0, saved: false, at: 5 });
        const { keeper, due } = setUp(stale, disk({ at: 9, forgotten: true }).store);
        expect(keeper.start(null).text).toBe('typed');
        expect((await keeper.recover())?.text).toBe('');
        expect(due()).toBeNull();
    });

    it('marks what is being sent before it is, as a draft that the server has', async () => {
        const { store, kept } = disk();
        const { keeper, saves, answer } = setUp(null, store);
        keeper.start(null);
        await keeper.recover();
        keeper.change(draft('Dear Maria'));
        // As the screen gives it back: with the version that it had at the start.
        const sending = keeper.sending({ ...draft('Dear Maria'), version: 0 } as Draft);
        await Promise.resolve();
        expect(saves).toMatchObject([{ text: 'Dear Maria', version: 0 }]);
        keeper.change(draft('P.S.'));
        await answer(0, ok('Dear Maria', 4));
        await sending;
        const marked = { text: 'Dear Maria\n\nP.S.', version: 4, meanwhile: { text: 'P.S.' } };
        expect(kept()).toMatchObject(marked);
        keeper.sent();
        expect(kept()).toMatchObject({ text: 'P.S.', version: 0, meanwhile: null });
    });

    const marked = (meanwhile: string) => ({
        ...draft(meanwhile === '' ? 'Dear Maria' : `Dear Maria\n\n${meanwhile}`),
        version: 4,
        saved: false,
        at: 9,
        meanwhile: { ...draft(meanwhile) },
    });

    it('what was sent does not come back, and what was typed since does', async () => {
        const alone = setUp(null, disk(marked('')).store);
        alone.keeper.start(null);
        expect((await alone.keeper.recover())?.text).toBe('');
        expect(alone.due()).toBeNull();
        const more = setUp(null, disk(marked('P.S.')).store);
        more.keeper.start(null);
        expect((await more.keeper.recover())?.text).toBe('P.S.');
        more.fire();
        expect(more.saves).toMatchObject([{ text: 'P.S.', version: 0 }]);
    });

    it('what had not been sent yet comes back', async () => {
        const { keeper, saves, fire } = setUp(null, disk(marked('')).store);
        keeper.start(view('Dear', 4));
        expect((await keeper.recover())?.text).toBe('Dear Maria');
        fire();
        expect(saves).toMatchObject([{ text: 'Dear Maria', version: 4 }]);
    });

    it('asks which one to keep where another window saved another text since', async () => {
        const typed = { ...draft('mine'), version: 2, saved: false, at: 9 };
        const { keeper, states, due } = setUp(null, disk(typed).store);
        keeper.start({ ...view('theirs', 5), savedAt: 20 });
        expect((await keeper.recover())?.text).toBe('mine');
        expect([states.at(-1), due()]).toEqual(['conflict', null]);
        // The save of the very same text had come there, its answer not here.
        const same = setUp(null, disk(typed).store);
        same.keeper.start({ ...view('mine', 5), savedAt: 20 });
        await same.keeper.recover();
        expect([same.states.at(-1), same.due()]).toEqual(['saved', null]);
    });
});
