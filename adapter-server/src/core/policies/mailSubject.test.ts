import { describe, expect, it } from '@jest/globals';
import { forwardSubject, replySubject, threadWords } from './mailSubject.ts';

describe('subjects of replies and forwards', () => {
    it('have one prefix, whatever stood there before', () => {
        expect(replySubject('AW: re: Fwd:  Broken scooter ')).toBe('Re: Broken scooter');
        expect(forwardSubject('Re: Broken scooter')).toBe('Fwd: Broken scooter');
    });

    it('keep the words of the thread, a colon in them too', () => {
        expect(threadWords('Re: Order 4711: late')).toBe('Order 4711: late');
        expect(threadWords('Regarding: my order')).toBe('Regarding: my order');
        expect(threadWords('')).toBe('');
    });
});
