import { describe, expect, it } from '@jest/globals';
import { header, rule, when } from '../../../test/ruleBuilders.ts';
import { decideRule, MOST_WORDS_OF_VALUE } from './checkRule.ts';

describe('what can be saved', () => {
    const reason = (part: Parameters<typeof rule>[0]): string | null => {
        const decision = decideRule(rule(part));
        return decision.allowed ? null : decision.reason;
    };
    const ack = (text: string) => ({ does: { acknowledgement: { kind: 'text' as const, text } } });

    it.each<[string, Parameters<typeof rule>[0], string | null]>([
        ['one thing done', {}, null],
        ['nothing done', { does: { priority: null } }, 'The rule does nothing.'],
        ['nothing done, but it stops', { does: { priority: null }, stops: true }, null],
        ['all mail as spam', { does: { spam: true } }, 'Every new email would be spam.'],
        [
            'a condition without a value',
            { conditions: [when('subject', 'is')] },
            'Condition 1: nothing is written.',
        ],
        ['a value of stars', { conditions: [when('subject', 'is', '**')] }, 'Condition 1: a value is empty.'],
        [
            'no word',
            { conditions: [when('subject', 'contains', '!?')] },
            'Condition 1: “!?” has no word in it.',
        ],
        [
            'what cannot be asked',
            { conditions: [when('language', 'contains', 'en')] },
            'Condition 1: this cannot be asked of it.',
        ],
        [
            'no kind of mail',
            { conditions: [when('kind', 'is', 'robot')] },
            'Condition 1: “robot” is none of them.',
        ],
        [
            'no language',
            { conditions: [when('language', 'is', 'English')] },
            'Condition 1: “English” is no language.',
        ],
        [
            'a header with a space',
            { conditions: [header('X Spam', 'exists')] },
            'Condition 1: a header has a name without spaces and colons.',
        ],
        ['a header', { conditions: [header('X-Spam', 'exists')] }, null],
        ['a tag with a comma', { does: { tags: ['a, b'] } }, 'A tag has no commas and no quotes in it.'],
        ['an acknowledgement', ack('Dear {{customer.name}}'), null],
        ['an empty acknowledgement', ack(' '), 'The acknowledgement is empty.'],
        [
            'an acknowledgement by an agent',
            ack('{{agent.name}}'),
            '{{agent.name}} has no value in the acknowledgement: no agent sends it.',
        ],
    ])('%s', (_what, part, expected) => expect(reason(part)).toBe(expected));

    it('so many words of one value, and not one more', () => {
        const words = (n: number) => Array.from({ length: n }, (_, k) => `w${k}`).join(' ');
        const of = (n: number) => reason({ conditions: [when('text', 'contains', words(n))] });
        expect(of(MOST_WORDS_OF_VALUE)).toBeNull();
        expect(of(MOST_WORDS_OF_VALUE + 1)).toContain(`more than ${MOST_WORDS_OF_VALUE} words`);
    });
});
