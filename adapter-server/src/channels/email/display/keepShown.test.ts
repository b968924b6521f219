import { describe, expect, it } from '@jest/globals';
import { keepShown } from './keepShown.ts';
import { showMail } from './showMail.ts';

const options = { cidUrl: () => null, showRemote: false };

describe('what was shown', () => {
    function shower(mostKept?: number) {
        const made: string[] = [];
        const show = keepShown((body, given) => {
            made.push(body.text);
            return showMail(body, given);
        }, mostKept);
        return {
            made,
            show: (text: string, key?: string) =>
                show({ text, html: null }, key ? { ...options, key } : options),
        };
    }

    it('is made once for each key, and each time without one', () => {
        const { made, show } = shower();
        expect(show('a', '1')).toBe(show('a', '1'));
        show('b', '2');
        show('c');
        show('c');
        expect(made).toEqual(['a', 'b', 'c', 'c']);
    });

    it('goes where it becomes too much, the longest unused first', () => {
        const { made, show } = shower(20);
        for (const key of ['1', '2', '1', '3', '1', '2']) show('ten chars!', key);
        expect(made).toHaveLength(4);
        show('more than it keeps at all', '4');
        show('more than it keeps at all', '4');
        expect(made).toHaveLength(6);
    });
});
