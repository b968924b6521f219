import { describe, expect, it } from '@jest/globals';
import { decideUndoSend, leavesAt, standingInherited, UNDO_SEND_FOR, type Standing } from './undoSend.ts';

it('waits ten seconds, or as set, or not at all', () => {
    expect(UNDO_SEND_FOR).toBe(10_000);
    expect([leavesAt(1_000, 10_000), leavesAt(1_000, 1), leavesAt(1_000, 0)]).toEqual([11_000, 1_001, null]);
});

it('is taken back by its sender until somebody has begun to send it', () => {
    expect(decideUndoSend({ waits: true, isMine: true })).toEqual({ allowed: true });
    expect(decideUndoSend({ waits: false, isMine: true })).toMatchObject({ allowed: false });
    expect(decideUndoSend({ waits: true, isMine: false })).toMatchObject({ allowed: false });
});

describe('what an answer inherits of the one before it that is taken back', () => {
    const standing = (given: Partial<Standing>): Standing => ({
        status: 'open',
        waitingSince: null,
        unread: false,
        originalAgentId: null,
        followUpAt: null,
        pendingBy: null,
        closed: false,
        ...given,
    });
    const ana = 1;
    const ben = 2;

    it('is the wait, the status and the original agent of before both', () => {
        const taken = standing({ status: 'resolved', waitingSince: 10, unread: true, originalAgentId: ben });
        expect(standingInherited(taken, standing({ originalAgentId: ana }), ana)).toEqual(taken);
    });
    it('is the older wait where the customer wrote in between, whose opening stays', () => {
        const taken = standing({ status: 'resolved', waitingSince: 10 });
        expect(standingInherited(taken, standing({ waitingSince: 20 }), ana)).toMatchObject({
            status: 'open',
            waitingSince: 10,
        });
    });
    it('is no owner where somebody else had come in between', () => {
        expect(standingInherited(standing({}), standing({ originalAgentId: ben }), ana).originalAgentId).toBe(
            ben,
        );
    });
    it.each([standing({ status: 'pending' }), standing({ status: 'resolved', closed: true })])(
        'is no status of what was promised or closed',
        (taken) => expect(standingInherited(taken, standing({}), ana).status).toBe('open'),
    );
});
