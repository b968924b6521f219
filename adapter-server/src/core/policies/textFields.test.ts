import { describe, expect, it } from '@jest/globals';
import { decideUnfilled, fillFields, findFields, unfilledFields } from './textFields.ts';

const values = { 'customer.firstName': 'Maria', 'interaction.number': '1042', 'customer.name': '' };

describe('fillFields', () => {
    const fill = (text: string, options: Partial<Parameters<typeof fillFields>[2]> = {}) =>
        fillFields(text, values, { unfilled: 'keep', ...options });

    it('puts the values in, with or without spaces in the braces', () => {
        expect(fill('Hello {{customer.firstName}}, about {{ interaction.number }}.')).toBe(
            'Hello Maria, about 1042.',
        );
    });

    it('keeps what has no value, and what is no field of ours', () => {
        expect(fill('Dear {{customer.name}} {{queue.name}} {{foo.bar}} {{}} {{ x')).toBe(
            'Dear {{customer.name}} {{queue.name}} {{foo.bar}} {{}} {{ x',
        );
    });

    it('leaves out what has no value, with the space before it, where nobody looks', () => {
        expect(fill('Hello {{customer.name}},\n{{date}}\nBye', { unfilled: 'leave_out' })).toBe(
            'Hello,\n\nBye',
        );
    });

    it('never reads a value as a field, nor as HTML', () => {
        const tricky = { 'customer.name': '{{agent.name}} <b>$&' };
        expect(fillFields('{{customer.name}}', tricky, { unfilled: 'keep' })).toBe('{{agent.name}} <b>$&');
        expect(fillFields('{{customer.name}}', tricky, { unfilled: 'keep', html: true })).toBe(
            '{{agent.name}} &lt;b&gt;$&amp;',
        );
    });
});

describe('what is still to be replaced', () => {
    it('has its place', () => {
        expect(unfilledFields('Dear {{customer.name}}')).toEqual([
            { field: 'customer.name', offset: 5, length: 17 },
        ]);
        expect(findFields('{{foo}}')).toHaveLength(1);
        expect(unfilledFields('{{foo}}')).toEqual([]);
    });

    it('is refused by name, once', () => {
        expect(decideUnfilled('{{date}} {{date}} {{customer.name}}')).toEqual({
            allowed: false,
            reason: '{{date}}, {{customer.name}} have no value here.',
            nextStep: 'Write in the text what belongs there.',
        });
        expect(decideUnfilled('{{foo}} and { {date} }')).toEqual({ allowed: true });
    });
});
