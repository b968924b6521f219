import { describe, expect, it } from '@jest/globals';
import { decideSplit, oldestUnanswered, type ThreadMessage } from './splitting.ts';

const message = (id: number, direction: 'inbound' | 'outbound', at: number, kind = 'message') =>
    ({ id, direction, kind, at, writtenAs: null }) as ThreadMessage;
const thread = [message(1, 'inbound', 10), message(2, 'outbound', 20), message(3, 'inbound', 30)];

describe('decideSplit', () => {
    it('lets a message of the customer become an interaction of its own', () => {
        expect(decideSplit(thread, 3)).toEqual({ allowed: true });
        expect(decideSplit(thread, 1)).toEqual({ allowed: true });
    });

    it.each([
        ['what we wrote', thread, 2, 'Only what a customer wrote'],
        [
            'what a machine wrote',
            [...thread, message(4, 'inbound', 40, 'automatic')],
            4,
            'Only what a customer',
        ],
        ['the only one', thread.slice(0, 2), 1, 'only message of its customer'],
        ['one that was moved away', thread, 9, 'in another interaction'],
    ])('refuses %s, and says what to do', (_what, messages, id, reason) => {
        const decision = decideSplit(messages, id);
        expect(decision).toMatchObject({
            allowed: false,
            reason: expect.stringContaining(reason),
            nextStep: expect.any(String),
        });
    });
});

describe('oldestUnanswered', () => {
    it('is the oldest behind our last reply', () => {
        expect(oldestUnanswered([...thread, message(4, 'inbound', 40)], 0)).toBe(30);
    });
    it('is null where all is answered; at the same instant the reply counts as later', () => {
        expect(oldestUnanswered(thread.slice(0, 2), 0)).toBeNull();
        expect(oldestUnanswered([message(1, 'inbound', 20), message(2, 'outbound', 20)], 0)).toBeNull();
        expect(oldestUnanswered([message(1, 'inbound', 21), message(2, 'outbound', 20)], 0)).toBe(21);
    });
    it('is not ended by an acknowledgement', () => {
        expect(
            oldestUnanswered([message(1, 'inbound', 10), message(2, 'outbound', 11, 'acknowledgement')], 0),
        ).toBe(10);
    });
    it('is not ended by a forward, and by every other mail of an agent', () => {
        const written = (writtenAs: ThreadMessage['writtenAs']) =>
            oldestUnanswered([message(1, 'inbound', 10), { ...message(2, 'outbound', 20), writtenAs }], 0);
        expect(written('forward')).toBe(10);
        for (const kind of ['reply', 'reply_all', 'new'] as const) expect(written(kind)).toBeNull();
    });
    it('is none that was settled before the wait began, without an answer', () => {
        const two = [message(1, 'inbound', 10), message(2, 'inbound', 30)];
        expect([oldestUnanswered(two, 10), oldestUnanswered(two, 11), oldestUnanswered(two, 30)]).toEqual([
            10, 30, 30,
        ]);
        expect(oldestUnanswered(two, 31)).toBeNull();
    });
});
