import { describe, it, expect } from '@jest/globals';
import { decideManualAssignment } from './manualOverride.ts';
import type { ManualActor, ManualFacts, ManualTarget } from './manualOverride.ts';

const ben: ManualActor = { agentId: 2, role: 'agent', inQueue: true, leadsTarget: false };
const ana: ManualTarget = { agentId: 7, name: 'Ana Silva', enabled: true, load: 4, capacity: 5 };
const assign = (
    actor: Partial<ManualActor>,
    target: Partial<ManualTarget> = {},
    facts: Partial<ManualFacts> = {},
) =>
    decideManualAssignment({
        actor: { ...ben, ...actor },
        target: { ...ana, ...target },
        channel: 'email',
        assignedTo: null,
        ...facts,
    });
const pull = (
    actor: Partial<ManualActor>,
    target: Partial<ManualTarget> = {},
    facts: Partial<ManualFacts> = {},
) => assign({ agentId: 7, ...actor }, target, facts);

describe('pulling', () => {
    it('is for members of the queue, and for admins', () => {
        expect(pull({})).toEqual({ allowed: true });
        expect(pull({ inQueue: false })).toMatchObject({ reason: 'You are not a member of its queue.' });
        expect(pull({ inQueue: false, role: 'manager' })).toMatchObject({ allowed: false });
        expect(pull({ inQueue: false, role: 'admin' })).toEqual({ allowed: true });
    });

    it('does not take what another agent works on, unless by a manager or admin', () => {
        const taken = { assignedTo: { agentId: 3, name: 'Carl' } };
        expect(pull({}, {}, taken)).toMatchObject({ reason: 'Carl is working on it.' });
        expect(pull({ role: 'manager' }, {}, taken)).toEqual({ allowed: true });
        expect(pull({ role: 'admin' }, {}, taken)).toEqual({ allowed: true });
    });
});

describe('assigning', () => {
    it('is for admins and for managers of that agent', () => {
        expect(assign({ role: 'admin' })).toEqual({ allowed: true });
        expect(assign({ role: 'manager', leadsTarget: true })).toEqual({ allowed: true });
        expect(assign({ role: 'manager' })).toMatchObject({ reason: 'Ana Silva does not report to you.' });
        expect(assign({ leadsTarget: true })).toMatchObject({
            reason: 'Assigning to another agent is for managers and admins.',
            nextStep: 'Transfer it to Ana Silva instead.',
        });
    });

    it('re-assigns what another has, and says so where they have it already', () => {
        const taken = { assignedTo: { agentId: 3, name: 'Carl' } };
        expect(assign({ role: 'admin' }, {}, taken)).toEqual({ allowed: true });
        expect(
            assign({ role: 'admin' }, {}, { assignedTo: { agentId: 7, name: 'Ana Silva' } }),
        ).toMatchObject({
            allowed: false,
            reason: 'Ana Silva has it already.',
        });
    });

    it('never exceeds the capacity', () => {
        expect(assign({ role: 'admin' }, { load: 4 })).toEqual({ allowed: true });
        expect(assign({ role: 'admin' }, { load: 5 })).toMatchObject({
            allowed: false,
            reason: 'Ana Silva has 5 of 5 emails.',
        });
        expect(pull({}, { load: 1, capacity: 1 }, { channel: 'voice' })).toMatchObject({
            reason: 'Ana Silva has 1 of 1 calls.',
        });
    });

    it('never gives work to an account that is switched off', () => {
        expect(assign({ role: 'admin' }, { enabled: false })).toMatchObject({ allowed: false });
    });
});
