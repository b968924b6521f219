import { describe, expect, it } from '@jest/globals';
import { hours } from '../duration.ts';
import { ALWAYS_OPEN } from '../schedule.ts';
import {
    decideReturn,
    decideTransfer,
    decideWaitingTransfer,
    refuseWithoutNote,
    type Receiver,
} from './transfer.ts';

const ben: Receiver = {
    name: 'Ben',
    enabled: true,
    presence: 'available',
    withinWorkingHours: true,
    load: 2,
    capacity: 3,
    receivesWhilePaused: false,
};
const busy: Receiver = { ...ben, presence: 'busy', load: 3 };
const paused: Receiver = { ...ben, presence: 'unavailable' };
const gone: Receiver = { ...ben, presence: 'logged_out' };
const ask = (receiver: Receiver, options: { toBusy?: 'wait' | 'refuse'; holdIfAway?: boolean } = {}) =>
    decideTransfer({ receiver, toBusy: 'wait', holdIfAway: false, queueName: 'Support', ...options });

describe('E10: transfer to an agent', () => {
    it('rings at once at somebody Available', () => {
        expect(ask(ben)).toEqual({ action: 'offer' });
    });

    it('waits for somebody Busy, or is refused, as set: the last free slot decides', () => {
        expect(ask(busy)).toEqual({ action: 'hold', reason: 'busy' });
        expect(ask(busy, { toBusy: 'refuse' })).toEqual({
            allowed: false,
            reason: 'Ben has 3 of 3 and is Busy.',
            nextStep: 'Transfer it to Support instead, or choose somebody who is Available.',
        });
        expect(ask({ ...ben, load: 2 }, { toBusy: 'refuse' })).toEqual({ action: 'offer' });
    });

    it('reaches somebody Unavailable with the permission alone, and never beyond their capacity', () => {
        expect(ask(paused)).toEqual({
            allowed: false,
            reason: 'Ben is Unavailable and takes no transfers meanwhile.',
            nextStep: 'Transfer it to Support instead, or let it wait for Ben.',
        });
        expect(ask({ ...paused, receivesWhilePaused: true })).toEqual({ action: 'offer' });
        expect(ask({ ...paused, receivesWhilePaused: true, load: 3 })).toEqual({
            action: 'hold',
            reason: 'busy',
        });
    });

    it('is refused for somebody Logged Out or outside their hours, or waits for them where the giver says so', () => {
        const outside = { ...ben, withinWorkingHours: false, receivesWhilePaused: true };
        expect(ask(gone)).toMatchObject({ allowed: false, reason: 'Ben is Logged Out.' });
        expect(ask(outside)).toMatchObject({
            allowed: false,
            reason: 'Ben is outside their working hours.',
        });
        expect(ask(gone, { holdIfAway: true })).toEqual({ action: 'hold', reason: 'logged_out' });
        expect(ask(outside, { holdIfAway: true })).toEqual({ action: 'hold', reason: 'outside_hours' });
        expect(ask(paused, { holdIfAway: true })).toEqual({ action: 'hold', reason: 'unavailable' });
    });

    it('is refused for an account that is switched off or has no such channel', () => {
        expect(ask({ ...ben, enabled: false }, { holdIfAway: true })).toMatchObject({ allowed: false });
        expect(ask({ ...ben, load: 0, capacity: 0 }, { holdIfAway: true })).toMatchObject({ allowed: false });
    });

    it('needs a note where that is set; blanks are none', () => {
        expect(refuseWithoutNote(' \n', 'required')).toMatchObject({ reason: 'A transfer needs a note.' });
        expect(refuseWithoutNote('Knows the case', 'required')).toBeNull();
        expect(refuseWithoutNote('', 'optional')).toBeNull();
    });
});

describe('E10: a transfer that waits', () => {
    const settings = { length: hours(16), mode: 'wall_clock', queueHours: ALWAYS_OPEN } as const;
    const waits = (now: number, receiver: Receiver, oldestWaitingAt: number | null, transferredAt = 1_000) =>
        decideWaitingTransfer({ now, receiver, transferredAt, oldestWaitingAt, settings });

    it('rings when they are free, and goes to the queue at the deadline of the oldest waiting message', () => {
        expect(waits(2_000, ben, 500)).toEqual({ action: 'offer' });
        const until = 500 + hours(16);
        expect(waits(until - 1, busy, 500)).toEqual({ action: 'hold', reason: 'busy', until });
        expect(waits(until, ben, 500)).toEqual({ action: 'queue', waited: until - 1_000 });
    });

    it('where nobody waits, or that deadline had passed, its time begins with the transfer', () => {
        const until = 1_000 + hours(16);
        expect(waits(2_000, gone, null)).toEqual({ action: 'hold', reason: 'logged_out', until });
        expect(waits(2_000, gone, 1_000 - hours(16))).toMatchObject({ action: 'hold', until });
        expect(waits(2_000, gone, 1_001 - hours(16))).toMatchObject({ action: 'queue' });
    });

    it('goes back when the account is switched off', () => {
        expect(waits(2_000, { ...ben, enabled: false }, 500)).toEqual({ action: 'return' });
    });
});

describe('E10: a transfer that nobody took', () => {
    const ana = { enabled: true, loggedOut: false, load: 2, capacity: 3 };
    it('is back in the inbox of who transferred it, while there is room', () => {
        expect(decideReturn(ana, false)).toBe('assign');
        expect(decideReturn({ ...ana, load: 3 }, false)).toBe('hold_busy');
        expect(decideReturn({ ...ana, loggedOut: true }, false)).toBe('hold_logged_out');
    });
    it('goes to the queue where they cannot have it, and where they declined it, too', () => {
        expect(decideReturn(null, false)).toBe('queue');
        expect(decideReturn({ ...ana, enabled: false }, false)).toBe('queue');
        expect(decideReturn({ ...ana, load: 0, capacity: 0 }, false)).toBe('queue');
        expect(decideReturn(ana, true)).toBe('queue');
    });
});
