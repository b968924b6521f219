import type { ContentRuleView, RuleChoices, RuleTrialItem } from 'c/patchbayProtocol';
import { hours, now, support } from './people';

export const choices: RuleChoices = {
    queues: [support, { id: 9, name: 'Billing' }],
    skills: ['German', 'Legal'],
    quickReplies: [{ id: 4, title: 'Invoices take a day' }],
    languages: [
        { code: 'en', name: 'English' },
        { code: 'de', name: 'German' },
    ],
};

export function rule(id: number, part: Partial<ContentRuleView> = {}): ContentRuleView {
    return {
        id,
        name: 'Invoices',
        active: true,
        stops: false,
        conditions: [
            { field: 'subject', operator: 'contains', not: false, name: null, values: ['invoice*'] },
        ],
        actions: { queueId: 9, priority: 'high', skills: [], tags: [], acknowledgement: null, spam: false },
        when: 'subject contains “invoice*”',
        does: 'Billing, High priority',
        broken: [],
        changedAt: now - hours(20),
        changedBy: 'Ana Ruiz',
        ...part,
    };
}

export const rules: ContentRuleView[] = [
    rule(1),
    rule(2, {
        name: 'Bulk mail that nobody waits for an answer to',
        active: false,
        stops: true,
        when: 'sent by bulk mail or a mailing list, sender is not of “example.com”',
        does: 'Low priority, no acknowledgement, stop',
    }),
    rule(3, {
        name: 'German',
        when: 'language is German',
        does: 'needs German',
        broken: ['no agent has the skill “German” any more'],
    }),
];

const placing = { queue: support, priority: 'normal' as const, spam: false };
export const tried: RuleTrialItem[] = [
    {
        interaction: { id: 51, number: '51', subject: 'Invoices of May' },
        at: now - hours(3),
        from: { name: 'Maria Gonzalez', address: 'maria.gonzalez@example.com' },
        did: placing,
        would: {
            queue: { id: 9, name: 'Billing' },
            priority: 'high',
            spam: false,
            skills: ['German'],
            tags: ['Money'],
            acknowledgement: 'none',
        },
        changed: true,
        rules: [
            { name: 'Invoices', why: 'subject contains “invoice*”', passedOver: false },
            { name: 'German', why: 'no agent has the skill “German” any more', passedOver: true },
        ],
    },
    {
        interaction: { id: 48, number: '48', subject: '' },
        at: now - hours(9),
        from: { name: '', address: 'jonas@example.com' },
        did: placing,
        would: { ...placing, skills: [], tags: [], acknowledgement: null },
        changed: false,
        rules: [{ name: 'Invoices', why: 'subject contains “invoice*”', passedOver: false }],
    },
];
