import { expect, it } from '@jest/globals';
import { header, not, when } from '../../../test/ruleBuilders.ts';
import type { RuleActions } from './rule.ts';
import { actionsInWords, conditionsInWords } from './ruleWords.ts';

it('is told in words', () => {
    const reader = { queueName: () => 'Billing', languageName: () => 'German' };
    const conditions = [
        when('subject', 'contains', 'invoice', 'bill', 'payment', 'dunning'),
        not(when('from', 'domain', 'example.com')),
        when('language', 'is', 'de'),
        when('kind', 'is', 'human'),
        header('X-Priority', 'exists'),
        not(when('attachment', 'exists')),
    ];
    expect(conditionsInWords(conditions, reader)).toBe(
        'subject contains “invoice” or “bill” or “payment” or 1 more, sender is not of “example.com”, language is German, ' +
            'sent by a person, header X-Priority is there, no attachment',
    );
    expect(conditionsInWords([], reader)).toBe('every new email');
    const actions: RuleActions = {
        queueId: 1,
        priority: 'urgent',
        skills: ['legal'],
        tags: ['VIP'],
        acknowledgement: { kind: 'none' },
        spam: true,
    };
    expect(actionsInWords(actions, reader)).toEqual([
        'spam',
        'Billing',
        'Urgent priority',
        'needs legal',
        'tagged “VIP”',
        'no acknowledgement',
    ]);
});
