import { expect, it } from '@jest/globals';
import { decideUndoSend, leavesAt, UNDO_SEND_FOR } from './undoSend.ts';

it('waits ten seconds, or as set, or not at all', () => {
    expect(UNDO_SEND_FOR).toBe(10_000);
    expect([leavesAt(1_000, 10_000), leavesAt(1_000, 1), leavesAt(1_000, 0)]).toEqual([11_000, 1_001, null]);
});

it('is taken back by its sender until somebody has begun to send it', () => {
    expect(decideUndoSend({ waits: true, isMine: true })).toEqual({ allowed: true });
    expect(decideUndoSend({ waits: false, isMine: true })).toMatchObject({ allowed: false });
    expect(decideUndoSend({ waits: true, isMine: false })).toMatchObject({ allowed: false });
});
