import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { closeInteraction } from './closeInteraction.ts';
import { openContactCenter, type TestContactCenter } from '../../test/firstRunCenter.ts';
import { minutes } from '../core/duration.ts';
import { queueDispositions } from '../storage/dispositions.ts';
import { readQueue } from '../storage/queues.ts';
import { setDispositions } from './setDispositions.ts';
import { setPauseReasons } from './setPauseReasons.ts';
import { setStatus } from './setStatus.ts';
import { updateAgent } from './updateAgent.ts';
import { updateQueue } from './updateQueue.ts';

let center: TestContactCenter;
beforeEach(async () => {
    center = await openContactCenter();
});
afterEach(() => center.close());
const on = () => ({ run: center.store.read.bind(center.store) });

describe('R7: pause reasons', () => {
    it('are offered at once as the admin set them, and required where they say so', async () => {
        await center.command(setPauseReasons, { reasons: ['Coffee', 'Lunch'], required: true });
        const pause = (reason: string | null) =>
            center.command(setStatus, { status: 'unavailable' as const, reason }, 'ana');
        expect(await pause(null)).toMatchObject({
            ok: false,
            reason: 'Going Unavailable needs a reason here.',
        });
        expect(await pause('Golf')).toMatchObject({ ok: false, nextStep: 'Choose one of: Coffee, Lunch.' });
        expect(await pause('Coffee')).toMatchObject({ ok: true });
        await center.command(updateAgent, { agentId: await center.agentId('ana'), permissions: [] });
        expect(await pause('Coffee')).toMatchObject({ ok: false });
        expect(await pause(null)).toMatchObject({ ok: true });
        expect(await center.command(setPauseReasons, { reasons: ['Missed'], required: false })).toMatchObject(
            {
                ok: false,
            },
        );
    });
});

describe('A11: the outcomes of a queue', () => {
    it('are renamed, ordered, added and retired; what was closed with one keeps its name', async () => {
        const queueId = await center.queueId('Support');
        const read = () => queueDispositions(on(), queueId);
        await center.command(setDispositions, { queueId, items: [{ label: 'Refund' }, { label: 'Repair' }] });
        const [refund, repair] = await read();
        const interactionId = await center.assigned('ana');
        const close = (dispositionId: number) =>
            center.command(closeInteraction, { interactionId, dispositionId, notes: '' }, 'ana');
        await center.command(setDispositions, {
            queueId,
            items: [{ label: 'Exchange' }, { id: repair?.id, label: 'Repaired' }],
        });
        expect((await read()).map(({ label }) => label)).toEqual(['Exchange', 'Repaired']);
        expect(await close(refund?.id ?? 0)).toMatchObject({
            ok: false,
            reason: 'The outcome "Refund" is no longer used.',
        });
        expect(await close(repair?.id ?? 0)).toMatchObject({ ok: true });
        const again = { queueId, items: [{ label: 'Repaired' }, { label: ' repaired' }] };
        expect(await center.command(setDispositions, again)).toMatchObject({ ok: false });
        const gone = { queueId, items: [{ id: refund?.id, label: 'Refund' }] };
        expect(await center.command(setDispositions, gone)).toMatchObject({ ok: false, code: 'conflict' });
    });
});

describe('E9: the wrap-up limit of a queue', () => {
    it('is set and taken off by an admin', async () => {
        const queueId = await center.queueId('Support');
        const limit = async () => {
            const { emailWrapUpLimit: n, transferNote: note } = await readQueue(on(), queueId);
            return { n, note };
        };
        await center.command(updateQueue, {
            queueId,
            emailWrapUpLimit: minutes(5),
            transferNote: 'optional' as const,
        });
        expect(await limit()).toEqual({ n: minutes(5), note: 'optional' });
        await center.command(updateQueue, { queueId, emailRingFor: 5_000 });
        expect(await limit()).toEqual({ n: minutes(5), note: 'optional' });
        await center.command(updateQueue, { queueId, emailWrapUpLimit: null });
        expect(await limit()).toEqual({ n: null, note: 'optional' });
    });
});
