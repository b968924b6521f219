import { expect, it } from '@jest/globals';
import { nextLook } from './nextLook.ts';

const after = { seen: 3_000, said: 0, found: 0, missing: 50, rest: 1_000_000, hasWords: true };

it('reads on where every message says it, as far as a page likely needs', () => {
    const all = { ...after, said: 3_000, hasWords: false };
    expect(nextLook({ ...all, found: 25, missing: 25 })).toEqual({ by: 'walk', rows: 4_500 });
    expect(nextLook({ ...all, found: 0 })).toEqual({ by: 'walk', rows: 12_000 });
    expect(nextLook({ ...all, found: 49, missing: 1 })).toEqual({ by: 'walk', rows: 1_000 });
});

it('looks a word up everywhere where next to nobody says it', () => {
    expect(nextLook(after)).toEqual({ by: 'words', blocks: 1, everything: true });
    expect(nextLook({ ...after, said: 1, found: 1 })).toEqual({ by: 'words', blocks: 1, everything: true });
});

it('looks into the newest blocks where some do', () => {
    expect(nextLook({ ...after, said: 30, found: 30, missing: 20 })).toMatchObject({
        blocks: 1,
        everything: false,
    });
    expect(nextLook({ ...after, said: 60, found: 2 })).toEqual({ by: 'words', blocks: 7, everything: false });
    expect(nextLook({ ...after, said: 60, found: 0 })).toEqual({ by: 'words', blocks: 8, everything: false });
});

it('never asks the index for everything where no word has to be said', () => {
    expect(nextLook({ ...after, hasWords: false })).toMatchObject({ by: 'words', everything: false });
});
