import { describe, it, expect } from '@jest/globals';
import { decideReplyTarget } from './replyRefusal.ts';

describe('decideReplyTarget', () => {
    const target = {
        address: 'no-reply@bank.example',
        isNoReply: true,
        addressOnRecord: 'maria@customer.example',
    };

    it('refuses a no-reply address and names the customer’s own', () => {
        expect(decideReplyTarget(target)).toEqual({
            allowed: false,
            reason: 'Replies to no-reply@bank.example are not read.',
            nextStep: "Start a new mail to maria@customer.example, the customer's address on record.",
        });
    });

    it('says what to do where no address is on record', () => {
        expect(decideReplyTarget({ ...target, addressOnRecord: null })).toMatchObject({
            nextStep: expect.stringContaining('Add an address'),
        });
    });

    it('allows any other address', () => {
        expect(decideReplyTarget({ ...target, isNoReply: false })).toEqual({ allowed: true });
    });
});
