import { describe, it, expect } from '@jest/globals';
import { INTERACTION_STATUSES } from '../vocabulary.ts';
import type { InteractionStatus } from '../vocabulary.ts';
import { allowed, STATUS_ACTIONS } from './interactionStatus.ts';
import type { StatusAction } from './interactionStatus.ts';

type Row = Record<StatusAction, InteractionStatus | null>;
const TABLE: Record<InteractionStatus, Row> = {
    new: {
        reply: 'open',
        resolve: 'resolved',
        close: 'closed',
        set_pending: 'pending',
        reopen: null,
        follow_up_due: null,
    },
    open: {
        reply: 'open',
        resolve: 'resolved',
        close: 'closed',
        set_pending: 'pending',
        reopen: null,
        follow_up_due: null,
    },
    pending: {
        reply: 'pending',
        resolve: 'resolved',
        close: 'closed',
        set_pending: 'pending',
        reopen: 'open',
        follow_up_due: 'open',
    },
    resolved: {
        reply: 'open',
        resolve: null,
        close: 'closed',
        set_pending: 'pending',
        reopen: 'open',
        follow_up_due: null,
    },
    closed: {
        reply: null,
        resolve: null,
        close: null,
        set_pending: null,
        reopen: 'open',
        follow_up_due: null,
    },
};
const cases = INTERACTION_STATUSES.flatMap((status) =>
    STATUS_ACTIONS.map((action): [InteractionStatus, StatusAction, InteractionStatus | null] => [
        status,
        action,
        TABLE[status][action],
    ]),
);

describe('allowed', () => {
    it.each(cases)('%s, %s: %s', (status, action, next) => {
        const decision = allowed(status, action);
        if (next !== null) expect(decision).toEqual({ allowed: true, next });
        else expect(decision).toMatchObject({ allowed: false, reason: expect.stringMatching(/\.$/) });
    });

    it('says what to do instead of replying to a closed interaction', () => {
        expect(allowed('closed', 'reply')).toEqual({
            allowed: false,
            reason: 'A closed interaction cannot be replied to.',
            nextStep: 'Reopen it first, or start a new mail to the customer.',
        });
    });

    it('names the status that stands in the way', () => {
        expect(allowed('resolved', 'resolve')).toMatchObject({ reason: 'It is Resolved already.' });
        expect(allowed('closed', 'close')).toMatchObject({
            reason: 'It is Closed.',
            nextStep: 'Reopen it first.',
        });
        expect(allowed('new', 'reopen')).toMatchObject({ reason: 'It is New: there is nothing to reopen.' });
    });
});
