import { interaction } from '../../../../../../local-org/gallery/interactions';
import { emptyList, steady } from '../steadyList';

const one = interaction(1);
const two = interaction(2);
const three = interaction(3);
const ids = (list: ReturnType<typeof steady>): string[] =>
    list.rows.map(({ item, gone }) => `${item.id}${gone ? ' gone' : ''}`);

describe('a list under the pointer', () => {
    const shown = steady(emptyList, [one, two], false);

    it('does not let a new row in, but counts it', () => {
        const list = steady(shown, [three, one, two], true);
        expect([ids(list), list.fresh]).toEqual([['1', '2'], 1]);
    });
    it('keeps the place of a row that left', () => {
        expect(ids(steady(shown, [two], true))).toEqual(['1 gone', '2']);
    });
    it('keeps its order while its rows change in place', () => {
        const list = steady(shown, [two, { ...one, unread: true }], true);
        expect(ids(list)).toEqual(['1', '2']);
        expect(list.rows[0]?.item.unread).toBe(true);
    });
});

it('is what the server says once nobody points at it', () => {
    const list = steady(steady(emptyList, [one, two], false), [three, two], false);
    expect([ids(list), list.fresh]).toEqual([['3', '2'], 0]);
});
