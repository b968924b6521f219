import { describe, expect, it } from '@jest/globals';
import { blockPatterns, decideBlock, type BlockFacts } from './blocking.ts';

const facts = (given: Partial<BlockFacts>): BlockFacts => ({
    scope: 'sender',
    address: 'pest@shop.example.com',
    role: 'agent',
    own: ['support@example.com'],
    ...given,
});

describe('E12: whom a block keeps out', () => {
    it('is the same sender, whatever the case and the plus-tag', () => {
        expect(blockPatterns(' Pest+Offer@Shop.Example.com')).toEqual([
            'pest@shop.example.com',
            '@shop.example.com',
        ]);
    });
    it('lets an agent block a sender', () => {
        expect(decideBlock(facts({}))).toEqual({ allowed: true, pattern: 'pest@shop.example.com' });
    });
    it.each(['manager', 'admin'] as const)('lets a %s block a domain, an agent not', (role) => {
        expect(decideBlock(facts({ scope: 'domain', role }))).toEqual({
            allowed: true,
            pattern: '@shop.example.com',
        });
        expect(decideBlock(facts({ scope: 'domain' }))).toMatchObject({ allowed: false });
    });
    it('never blocks an address or a domain of ours', () => {
        expect(decideBlock(facts({ address: 'Support+x@example.com' }))).toMatchObject({ allowed: false });
        expect(
            decideBlock(facts({ scope: 'domain', role: 'admin', address: 'x@example.com' })),
        ).toMatchObject({ allowed: false, reason: '@example.com is our own domain.' });
        expect(decideBlock(facts({ address: 'x@example.com' }))).toMatchObject({ allowed: true });
    });
    it('refuses a whole mail provider, and takes one of its users', () => {
        const user = facts({ role: 'admin', address: 'pest@gmail.com' });
        expect(decideBlock({ ...user, scope: 'domain' })).toMatchObject({ allowed: false });
        expect(decideBlock(user)).toEqual({ allowed: true, pattern: 'pest@gmail.com' });
    });
    it('says what is no address', () => {
        expect(decideBlock(facts({ address: 'nobody' }))).toMatchObject({ allowed: false });
    });
});
