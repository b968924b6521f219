import { describe, expect, it } from '@jest/globals';
import {
    decideMoreTags,
    decideNewTag,
    decideTaggable,
    decideTagName,
    LONGEST_TAG,
    MOST_TAGS,
    DEFAULT_NEW_TAGS,
} from './tags.ts';

const nameOf = (written: string) => {
    const decision = decideTagName(written);
    return decision.allowed ? decision.tag : decision.reason;
};

describe('what a tag is called', () => {
    it.each([
        [' VIP ', 'VIP', 'vip'],
        ['Late \t delivery', 'Late delivery', 'late delivery'],
        ['Cafe\u0301', 'Café', 'café'],
        ['GRÖSSE', 'GRÖSSE', 'grösse'],
        ['Straße', 'Straße', 'straße'],
        ['🔥 hot', '🔥 hot', '🔥 hot'],
        ['c:#1', 'c:#1', 'c:#1'],
    ])('%j is shown as %j', (written, name, key) => {
        expect(nameOf(written)).toEqual({ name, key });
    });

    it('is one tag however it is composed and cased', () => {
        expect(nameOf('CAFÉ')).toMatchObject({ key: 'café' });
        expect(nameOf('cafe\u0301')).toMatchObject({ key: 'café' });
    });

    it.each(['', '   ', '\n'])('%j is none', (written) => {
        expect(nameOf(written)).toBe('A tag needs a name.');
    });

    it.each(['a\0b', 'a\u202eb', 'a\u200bb', '\ud800'])(
        '%j is refused: nobody sees what it is',
        (written) => {
            expect(nameOf(written)).toContain('nobody can see');
        },
    );

    it.each(['a,b', 'say "hi"'])('%s is refused', (written) => {
        expect(nameOf(written)).toContain('no commas and no quotes');
    });

    it('has 40 characters at most, counted as people count', () => {
        expect(nameOf('x'.repeat(LONGEST_TAG))).toMatchObject({ name: 'x'.repeat(40) });
        expect(nameOf('🔥'.repeat(LONGEST_TAG))).toMatchObject({ name: '🔥'.repeat(40) });
        expect(nameOf('x'.repeat(LONGEST_TAG + 1))).toBe('A tag has at most 40 characters.');
    });
});

it('an interaction has 20 at most', () => {
    expect(decideMoreTags(MOST_TAGS - 1)).toEqual({ allowed: true });
    expect(decideMoreTags(MOST_TAGS)).toMatchObject({ reason: 'An interaction has at most 20 tags.' });
});

it('what was merged is tagged no more', () => {
    expect(decideTaggable(null)).toEqual({ allowed: true });
    expect(decideTaggable(7)).toMatchObject({ allowed: false, nextStep: 'Tag that one.' });
});

it('a new one is for everybody, or as set for admins', () => {
    expect(decideNewTag('vip', 'agent', DEFAULT_NEW_TAGS)).toEqual({ allowed: true });
    expect(decideNewTag('vip', 'admin', 'admins')).toEqual({ allowed: true });
    for (const role of ['agent', 'manager'] as const)
        expect(decideNewTag('vip', role, 'admins')).toMatchObject({ reason: 'There is no tag "vip".' });
});
