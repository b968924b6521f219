import { describe, expect, it } from '@jest/globals';
import { blockPatterns, decideBlock, decideMarking, type BlockFacts, type MarkingFacts } from './blocking.ts';

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
    it('refuses the end of domains, which would block none of them', () => {
        const ending = { role: 'admin', scope: 'domain', address: 'any@com' } as const;
        expect(decideBlock(facts(ending))).toMatchObject({
            allowed: false,
            reason: '@com is no whole domain, and those that end so are not blocked by it.',
        });
    });
    it('says what is no address', () => {
        expect(decideBlock(facts({ address: 'nobody' }))).toMatchObject({ allowed: false });
    });
});

describe('E12: who may mark what as spam', () => {
    const ben = { agentId: 2, name: 'Ben' };
    const marking = (given: Partial<MarkingFacts>) =>
        decideMarking({
            spam: false,
            merged: false,
            status: 'open',
            actor: { agentId: 1, role: 'agent' },
            assignedTo: null,
            ...given,
        });

    it('is whoever works on it, or anybody where nobody does', () => {
        expect(marking({})).toEqual({ allowed: true });
        expect(marking({ actor: { agentId: 2, role: 'agent' }, assignedTo: ben })).toEqual({ allowed: true });
    });
    it('is a lead, and no other agent, where somebody works on it', () => {
        expect(marking({ assignedTo: ben })).toEqual({
            allowed: false,
            reason: 'Ben is working on it.',
            nextStep: 'Ask Ben, or a team lead.',
        });
        for (const role of ['manager', 'admin'] as const)
            expect(marking({ assignedTo: ben, actor: { agentId: 1, role } })).toEqual({ allowed: true });
    });
    it('is refused for what is in the list, was merged away, or is Closed', () => {
        const refused = [{ spam: true }, { merged: true }, { status: 'closed' as const }].map(marking);
        expect(refused.map((decision) => decision.allowed)).toEqual([false, false, false]);
    });
});
