import { expect, it } from '@jest/globals';
import { INTERACTION_PRIORITIES } from '../vocabulary.ts';
import { decidePriorityChange, levelOf, priorityOf, PRIORITY_WORDS } from './interactionPriority.ts';

it('the names stand in the order in which routing takes them', () => {
    const levels = INTERACTION_PRIORITIES.map(levelOf);
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    expect(new Set(levels).size).toBe(INTERACTION_PRIORITIES.length);
    expect(levelOf('normal')).toBe(0);
});

it('a number has the name of its level, and the nearest where it has none', () => {
    expect(INTERACTION_PRIORITIES.map((name) => priorityOf(levelOf(name)))).toEqual(INTERACTION_PRIORITIES);
    expect([3, 1.5, 0.5, -0.5, -2].map(priorityOf)).toEqual(['urgent', 'high', 'normal', 'normal', 'low']);
    expect(INTERACTION_PRIORITIES.map((name) => PRIORITY_WORDS[name])).toEqual([
        'Urgent',
        'High',
        'Normal',
        'Low',
    ]);
});

it.each([
    ['open', {}, null],
    ['resolved', { status: 'resolved' as const }, null],
    ['closed', { status: 'closed' as const }, 'It is Closed.'],
    ['in the Spam list', { spam: true }, 'It is in the Spam list.'],
    ['merged', { merged: true, spam: true }, 'This interaction was merged into another.'],
])('%s', (_state, facts, reason) => {
    const decision = decidePriorityChange({ status: 'open', merged: false, spam: false, ...facts });
    expect(decision.allowed ? null : decision.reason).toBe(reason);
    expect(decision.allowed || decision.nextStep).toBeTruthy();
});
