import { describe, expect, it } from '@jest/globals';
import { decideMailboxRemoval } from './mailboxRemoval.ts';

describe('E11: a mailbox is deleted where nothing is lost', () => {
    it.each([
        [{ enabled: false, used: false }, true],
        [{ enabled: true, used: false }, false],
        [{ enabled: false, used: true }, false],
        [{ enabled: true, used: true }, false],
    ])('%j: %s', (mailbox, allowed) => {
        const decision = decideMailboxRemoval(mailbox);
        expect(decision.allowed).toBe(allowed);
        if (!decision.allowed) expect(decision.nextStep).toMatch(/Disable/);
    });
});
