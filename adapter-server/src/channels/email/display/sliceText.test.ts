import { describe, expect, it } from '@jest/globals';
import { sliceText } from './sliceText.ts';

const all = (text: string): string[] => {
    const slices: string[] = [];
    for (let slice = sliceText(text, 0); slice; slice = slice.more ? sliceText(text, slices.length) : null)
        slices.push(slice.text);
    return slices;
};

describe('a text in slices', () => {
    it('is one up to 1,000,000 characters', () => {
        expect(sliceText('x'.repeat(1_000_000), 0)).toEqual({ text: 'x'.repeat(1_000_000), more: false });
        expect(sliceText('', 0)).toEqual({ text: '', more: false });
        expect(sliceText('x', 1)).toBeNull();
    });

    it('is cut between lines where it can be, and nothing of it is lost', () => {
        const text = '> A line of a quote.\n'.repeat(120_000);
        const slices = all(text);
        expect(slices).toHaveLength(3);
        expect(slices.every((slice) => slice.startsWith('> ') && slice.endsWith('\n'))).toBe(true);
        expect(slices.join('')).toBe(text);
    });

    it('is cut within a line that does not end, not within a character', () => {
        expect(all(`${'x'.repeat(999_999)}😀y`)).toEqual(['x'.repeat(999_999), '😀y']);
    });
});
