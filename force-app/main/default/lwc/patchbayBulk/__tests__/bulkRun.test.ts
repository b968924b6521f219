import type { Reply } from 'c/patchbayProtocol';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { settle } from '../../../../../../local-org/gallery/mount';
import { BulkRun, type Job, type RunState } from '../bulkRun';

const done: Reply<unknown> = { ok: true, value: {} };
const no: Reply<unknown> = { ok: false, code: 'refused', message: 'Ben has it.', nextStep: 'Ask Ben.' };
const job = (id: number, reply: Reply<unknown>, then?: () => Promise<Reply<unknown>>): Job => ({
    item: interaction(id),
    work: { ask: () => Promise.resolve(reply), ...(then ? { then } : {}) },
});
const ids = (items: readonly { id: number }[]): number[] => items.map(({ id }) => id);

it('does one after the other, and a refusal stops none of the others', async () => {
    const seen: RunState[] = [];
    const run = new BulkRun('Close', [job(1, done), job(2, no), job(3, done)], (state) => seen.push(state));
    const over = await run.start();
    expect(ids(over.done)).toEqual([1, 3]);
    expect(over.refused).toEqual([
        { item: interaction(2, over.refused[0]?.item), message: 'Ben has it.', nextStep: 'Ask Ben.' },
    ]);
    expect(seen.map(({ left }) => left.length)).toEqual([3, 2, 1, 0, 0]);
    expect(seen.map(({ isOver }) => isOver)).toEqual([false, false, false, false, true]);
});

it('gives no command before the one before it is answered', async () => {
    const asked: number[] = [];
    let answer: (reply: Reply<unknown>) => void = () => undefined;
    const waiting = (id: number): Job => ({
        item: interaction(id),
        work: {
            ask: () => {
                asked.push(id);
                return new Promise((resolve) => (answer = resolve));
            },
        },
    });
    const run = new BulkRun('Close', [waiting(1), waiting(2), waiting(3)], () => undefined);
    const over = run.start();
    await settle();
    expect(asked).toEqual([1]);
    answer(done);
    await settle();
    expect(asked).toEqual([1, 2]);
    run.stop();
    answer(done);
    const { done: finished, left } = await over;
    expect([ids(finished), ids(left), asked]).toEqual([[1, 2], [3], [1, 2]]);
});

it('does what follows only where the first was done, and does not count it', async () => {
    const then = jest.fn(() => Promise.resolve(no));
    const run = new BulkRun('Close', [job(1, done, then), job(2, no, then)], () => undefined);
    const { done: finished, refused } = await run.start();
    expect([ids(finished), refused.length, then.mock.calls.length]).toEqual([[1], 1, 1]);
});

it('says why one is not even tried', async () => {
    const work = { message: '“Refunded” is no outcome of Title.', nextStep: null };
    const { refused } = await new BulkRun('Close', [{ item: interaction(1), work }], () => undefined).start();
    expect(refused).toMatchObject([{ message: work.message }]);
});
