import { describe, expect, it } from '@jest/globals';
import { fieldValues, type FieldFacts } from './fieldValues.ts';

const facts: FieldFacts = {
    customer: { name: 'Maria Gómez 🎉', address: 'maria@customer.example' },
    agent: { firstName: 'Ana', lastName: 'Silva' },
    interaction: { number: '1042', subject: 'Party 🎉 lamp' },
    queueName: 'Support',
    organization: { name: 'Example', timeZone: 'Europe/Berlin' },
};
const at = Date.parse('2026-11-25T23:30:00Z');

describe('fieldValues', () => {
    it('says all, without the emojis of the customer', () => {
        expect(fieldValues(facts, at)).toEqual({
            'customer.name': 'Maria Gómez',
            'customer.firstName': 'Maria',
            'customer.address': 'maria@customer.example',
            'agent.name': 'Ana Silva',
            'agent.firstName': 'Ana',
            'interaction.number': '1042',
            'interaction.subject': 'Party lamp',
            'queue.name': 'Support',
            'organization.name': 'Example',
            date: '26 November 2026',
        });
    });

    it.each([
        ['Gómez, Maria', 'Maria'],
        ['  Maria  ', 'Maria'],
        ['', ''],
        ['maria@customer.example', ''],
    ])('of "%s" the first name is "%s"', (name, first) => {
        const customer = { name, address: 'maria@customer.example' };
        expect(fieldValues({ ...facts, customer }, at)['customer.firstName']).toBe(first);
    });

    it('has none for what is not there', () => {
        const values = fieldValues({ ...facts, customer: null, agent: null, interaction: null }, at);
        expect(Object.entries(values).filter(([, value]) => value !== '')).toEqual([
            ['queue.name', 'Support'],
            ['organization.name', 'Example'],
            ['date', '26 November 2026'],
        ]);
    });
});
