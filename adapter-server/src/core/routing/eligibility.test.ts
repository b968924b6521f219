import { describe, it, expect } from '@jest/globals';
import { hours } from '../duration.ts';
import { ALWAYS_OPEN } from '../schedule.ts';
import type { Schedule } from '../schedule.ts';
import { isEligible, whyNotEligible } from './eligibility.ts';
import type { AgentForOffer, Ineligibility, InteractionForOffer } from './eligibility.ts';

const MONDAY_NINE = 1_780_304_400_000; // 2026-06-01 09:00 UTC
const nineToNoon: Schedule = {
    ...ALWAYS_OPEN,
    weekly: { ...ALWAYS_OPEN.weekly, monday: [{ from: '09:00', to: '12:00' }] },
};
const agent: AgentForOffer = {
    agentId: 7,
    enabled: true,
    queueIds: [1, 2],
    chosen: 'available',
    connected: true,
    workingHours: nineToNoon,
    load: 4,
    capacity: 5,
    blockedByCall: false,
    skills: ['billing', 'spanish'],
};
const interaction: InteractionForOffer = { queueId: 1, requiredSkills: ['billing'], excludedAgents: [] };

describe('whyNotEligible', () => {
    it('lets a member who is Available, within hours, with a place and the skills get it', () => {
        expect(whyNotEligible(agent, interaction, MONDAY_NINE)).toBeNull();
        expect(isEligible(agent, interaction, MONDAY_NINE)).toBe(true);
        expect(isEligible({ ...agent, workingHours: null }, interaction, 0)).toBe(true);
    });

    it.each<[Ineligibility, Partial<AgentForOffer>, Partial<InteractionForOffer>]>([
        ['disabled', { enabled: false }, {}],
        ['not_in_queue', {}, { queueId: 3 }],
        ['missing_skill', {}, { requiredSkills: ['billing', 'french'] }],
        ['not_connected', { connected: false }, {}],
        ['not_connected', { chosen: 'logged_out' }, {}],
        ['not_available', { chosen: 'unavailable' }, {}],
        ['declined', {}, { excludedAgents: [7] }],
        ['on_a_call', { blockedByCall: true }, {}],
        ['no_capacity', { load: 5 }, {}],
        ['no_capacity', { load: 6 }, {}],
    ])('%s', (reason, facts, needs) => {
        const [changed, wanted] = [
            { ...agent, ...facts },
            { ...interaction, ...needs },
        ];
        expect(whyNotEligible(changed, wanted, MONDAY_NINE)).toBe(reason);
        expect(isEligible(changed, wanted, MONDAY_NINE)).toBe(false);
    });

    it('needs the working hours to the millisecond', () => {
        expect(whyNotEligible(agent, interaction, MONDAY_NINE - 1)).toBe('outside_hours');
        expect(isEligible(agent, interaction, MONDAY_NINE + hours(3) - 1)).toBe(true);
        expect(whyNotEligible(agent, interaction, MONDAY_NINE + hours(3))).toBe('outside_hours');
    });

    it('ignores the exclusion of others', () => {
        expect(isEligible(agent, { ...interaction, excludedAgents: [8] }, MONDAY_NINE)).toBe(true);
    });
});
