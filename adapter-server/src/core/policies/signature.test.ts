import { describe, expect, it } from '@jest/globals';
import { chooseSignature } from './signature.ts';

const values = { 'agent.name': 'Ana Silva', 'queue.name': 'Support' };

describe('chooseSignature', () => {
    it("prefers the agent's own, filled", () => {
        expect(chooseSignature({ agent: '{{agent.name}}\n', queue: 'The team' }, values)).toEqual({
            text: 'Ana Silva',
            of: 'agent',
        });
    });

    it("takes the queue's where the agent has none", () => {
        expect(chooseSignature({ agent: ' \n', queue: '{{agent.name}}, {{queue.name}}' }, values)).toEqual({
            text: 'Ana Silva, Support',
            of: 'queue',
        });
    });

    it('is none where nobody has one', () => {
        expect(chooseSignature({ agent: '', queue: ' ' }, values)).toEqual({ text: '', of: 'nobody' });
    });

    it('leaves out what has no value', () => {
        expect(chooseSignature({ agent: 'Ana, {{customer.name}}', queue: '' }, values).text).toBe('Ana,');
    });
});
