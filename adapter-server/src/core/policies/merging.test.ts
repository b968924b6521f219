import { describe, expect, it } from '@jest/globals';
import { decideMergeable, originalAgentOfBoth } from './merging.ts';

const [ana, ben] = [1, 2];
type Id = number | null;
type Case = readonly [string, Id, Id, Id, Id, Id];

describe('two threads that become one', () => {
    it.each<Case>([
        ['nobody has answered either', null, null, null, null, null],
        ['only the one that goes was answered', ana, 10, null, null, ana],
        ['only the one that stays was answered', null, null, ben, 10, ben],
        ['the one that goes was answered last', ana, 20, ben, 10, ana],
        ['the one that stays was answered last', ana, 10, ben, 20, ben],
        ['when is not known', ana, null, ben, null, ben],
    ])('%s', (...[, from, fromAt, into, intoAt, expected]: Case) => {
        expect(
            originalAgentOfBoth(
                { originalAgentId: from, answeredAt: fromAt },
                { originalAgentId: into, answeredAt: intoAt },
            ),
        ).toBe(expected);
    });

    it('a mail that is being written is none yet', () => {
        expect(decideMergeable({ isBeingWritten: false })).toEqual({ allowed: true });
        expect(decideMergeable({ isBeingWritten: true })).toMatchObject({
            allowed: false,
            nextStep: 'Send it or discard it first.',
        });
    });
});
