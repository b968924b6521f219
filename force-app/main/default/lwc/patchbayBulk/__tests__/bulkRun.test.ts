import type { Reply } from 'c/patchbayProtocol';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { settle } from '../../../../../../local-org/gallery/mount';
import { BulkRun, type Job, type KeptRun, type Order, type RunPort, type RunState } from '../bulkRun';

const done: Reply<unknown> = { ok: true, value: {} };
const no: Reply<unknown> = { ok: false, code: 'refused', message: 'Ben has it.', nextStep: 'Ask Ben.' };
const order = (id: number): Order => ({ name: 'resolveInteraction', args: { interactionId: id } });
const after = (id: number): Order => ({ name: 'dismissInteraction', args: { interactionId: id } });
const job = (id: number, then = false): Job => ({
    item: interaction(id),
    work: { ask: order(id), ...(then ? { then: after(id) } : {}) },
});
const ids = (items: readonly { id: number }[]): number[] => items.map(({ id }) => id);

/** Answers by the interaction's id; what was asked and kept is recorded. */
function world(answer: (order: Order, id: number) => Promise<Reply<unknown>> | Reply<unknown> = () => done) {
    const asked: [string, number, string][] = [];
    const kept: KeptRun[] = [];
    let count = 0;
    const port: RunPort = {
        async give(one, commandId) {
            const { interactionId } = one.args as { interactionId: number };
            asked.push([one.name, interactionId, commandId]);
            return answer(one, interactionId);
        },
        newId: () => `c${(count += 1)}`,
        keep: (run) => kept.push(run),
    };
    return { asked, kept, port };
}
/** As it is read after a reload. */
const reloaded = (kept: KeptRun | undefined): KeptRun => JSON.parse(JSON.stringify(kept)) as KeptRun;

it('does one after the other, and a refusal stops none of the others', async () => {
    const seen: RunState[] = [];
    const { port } = world((_order, id) => (id === 2 ? no : done));
    const run = BulkRun.of('Close', [job(1), job(2), job(3)], port);
    run.watch((state) => seen.push(state));
    const over = await run.start();
    expect(ids(over.done)).toEqual([1, 3]);
    expect(over.refused).toEqual([
        { item: interaction(2, over.refused[0]?.item), message: 'Ben has it.', nextStep: 'Ask Ben.' },
    ]);
    expect(seen.map(({ left }) => left.length)).toEqual([3, 2, 1, 0, 0]);
    expect(seen.map(({ isOver }) => isOver)).toEqual([false, false, false, false, true]);
});

it('gives no command before the one before it is answered', async () => {
    let answer: (reply: Reply<unknown>) => void = () => undefined;
    const { asked, port } = world(() => new Promise((resolve) => (answer = resolve)));
    const run = BulkRun.of('Close', [job(1), job(2), job(3)], port);
    const over = run.start();
    await settle();
    expect(asked.map(([, id]) => id)).toEqual([1]);
    answer(done);
    await settle();
    expect(asked.map(([, id]) => id)).toEqual([1, 2]);
    run.stop();
    answer(done);
    const { done: finished, left, isInterrupted } = await over;
    expect([ids(finished), ids(left), isInterrupted]).toEqual([[1, 2], [3], false]);
    expect(asked).toHaveLength(2);
});

it('does what follows only where the first was done, and does not count it', async () => {
    const { asked, port } = world(({ name }, id) => (name === 'dismissInteraction' || id === 2 ? no : done));
    const { done: finished, refused } = await BulkRun.of('Close', [job(1, true), job(2, true)], port).start();
    expect([ids(finished), refused.length]).toEqual([[1], 1]);
    expect(asked.map(([name, id]) => [name, id])).toEqual([
        ['resolveInteraction', 1],
        ['dismissInteraction', 1],
        ['resolveInteraction', 2],
    ]);
});

it('says why one is not even tried', async () => {
    const work = { message: '“Refunded” is no outcome of Title.', nextStep: null };
    const { refused } = await BulkRun.of('Close', [{ item: interaction(1), work }], world().port).start();
    expect(refused).toMatchObject([work]);
});

it('interrupted, asks for what was on its way by the id it had, and does nothing else unasked', async () => {
    const { kept, port } = world((_order, id) => (id === 1 ? done : new Promise(() => undefined)));
    void BulkRun.of('Close', [job(1, true), job(2, true), job(3)], port).start();
    await settle();
    const later = world();
    const run = new BulkRun(reloaded(kept.at(-1)), later.port);
    const found = await run.settle();
    expect(later.asked).toEqual([
        ['resolveInteraction', 2, 'c3'],
        ['dismissInteraction', 2, 'c4'],
    ]);
    expect([ids(found.done), ids(found.left), found.isOver, found.isInterrupted]).toEqual([
        [1, 2],
        [3],
        true,
        true,
    ]);
    // A second reload loses nothing of that.
    const again = new BulkRun(reloaded(later.kept.at(-1)), world().port);
    expect(again.state).toMatchObject({ isOver: true, isInterrupted: true, total: 3 });
    const over = await again.start();
    expect([ids(over.done), over.isInterrupted]).toEqual([[1, 2, 3], false]);
});

it('interrupted at its last, is over with that', async () => {
    const { kept, port } = world(() => new Promise(() => undefined));
    void BulkRun.of('Close', [job(1)], port).start();
    const found = await new BulkRun(reloaded(kept.at(-1)), world(() => no).port).settle();
    expect(found).toMatchObject({
        isOver: true,
        isInterrupted: false,
        refused: [{ message: 'Ben has it.' }],
    });
});
