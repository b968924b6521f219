import { describe, expect, it } from '@jest/globals';
import { Availability, type AvailableAgent } from './availability.ts';

const agent = (agentId: number, facts: Partial<AvailableAgent> = {}): AvailableAgent => ({
    agentId,
    priority: 'medium',
    freeSlots: 1,
    skills: [],
    ...facts,
});
const anyone = { requiredSkills: [], excludedAgents: [] };

describe('among whom an agent was chosen', () => {
    it('counts whoever is left, while one after the other is given out', () => {
        const availability = new Availability([agent(1), agent(2, { freeSlots: 2 }), agent(3)]);
        const got = [1, 2, 3, 2].map((agentId) => availability.take(anyone, agentId));
        expect(got).toEqual([{ available: 3 }, { available: 2 }, { available: 2 }, { available: 1 }]);
    });

    it('says how many of them had its priority, where not all had', () => {
        const availability = new Availability([
            agent(1, { priority: 'high' }),
            agent(2, { priority: 'high' }),
            agent(3),
            agent(4),
        ]);
        const among = (priority: 'high' | 'medium', count: number, available: number) => ({
            available,
            among: { priority, count },
        });
        expect(availability.take(anyone, 1)).toEqual(among('high', 2, 4));
        expect(availability.take(anyone, 2)).toEqual(among('high', 1, 3));
        expect(availability.take(anyone, 3)).toEqual({ available: 2 });
    });

    it('leaves out who lacks a skill, and who declined it', () => {
        const german = { skills: ['German', 'Billing'] };
        const agents = [agent(1, german), agent(2, german), agent(3), agent(4, { ...german, freeSlots: 0 })];
        const needed = { requiredSkills: ['German'], excludedAgents: [] };
        expect(new Availability(agents).take(needed, 1)).toEqual({ available: 2 });
        expect(new Availability(agents).take({ ...needed, excludedAgents: [2, 2, 3] }, 1)).toEqual({
            available: 1,
        });
        expect(new Availability(agents).take({ ...anyone, excludedAgents: [2] }, 1)).toEqual({
            available: 2,
        });
    });

    it('knows of one set of skills who has been given another', () => {
        const availability = new Availability([agent(1, { skills: ['German'] }), agent(2)]);
        const german = { requiredSkills: ['German'], excludedAgents: [] };
        expect(availability.take(anyone, 1)).toEqual({ available: 2 });
        expect(availability.take(anyone, 2)).toEqual({ available: 1 });
        expect(availability.take(german, 1)).toEqual({ available: 1 });
    });
});
