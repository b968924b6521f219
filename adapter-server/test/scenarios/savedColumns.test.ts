import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { statement } from '../../src/storage/database.ts';
import {
    insertInteraction,
    lockInteraction,
    lockInteractions,
    readInteraction,
    saveInteraction,
    type Interaction,
} from '../../src/storage/interactions.ts';
import { saveCustomer } from '../../src/storage/people.ts';
import { ContactCenter } from '../runningCenter.ts';

const shout = statement('test_shout', `update interactions set subject = subject || '!'`);

describe('saving an interaction', () => {
    let center: ContactCenter;
    let ids: number[];
    beforeEach(async () => {
        center = await ContactCenter.open();
        const queueId = await center.queue('Support');
        ids = await center.store.transaction('test', async (tx) => {
            const customerId = await saveCustomer(tx, 'maria@example.com', 'Maria');
            const made: number[] = [];
            for (const subject of ['One', 'Two'])
                made.push(
                    (
                        await insertInteraction(tx, {
                            channel: 'email',
                            subject,
                            preview: '',
                            customerId,
                            queueId,
                            mayBelongTo: null,
                        })
                    ).id,
                );
            return made;
        });
    });
    afterEach(() => center.close());

    const stored = async (): Promise<Interaction[]> => {
        const all = await center.store.transaction('test', (tx) =>
            Promise.all(ids.map((id) => readInteraction(tx, id))),
        );
        return all.filter((i) => i !== null);
    };

    it('writes what was changed, in place too, and leaves the rest as it is', async () => {
        await center.store.transaction('test', async (tx) => {
            const i = await lockInteraction(tx, ids[0] ?? 0);
            if (!i) throw new Error('it is there');
            await tx.run(shout);
            i.preview = 'New words';
            i.requiredSkills.push('German');
            i.declinedBy.push(7);
            await saveInteraction(tx, i);
            i.unread = false;
        });
        expect((await stored())[0]).toMatchObject({
            subject: 'One!',
            preview: 'New words',
            requiredSkills: ['German'],
            declinedBy: [7],
            unread: false,
        });
    });

    it('of several at once writes each as it is, whatever of the others was changed', async () => {
        await center.store.transaction('test', async (tx) => {
            const [one, two] = await lockInteractions(tx, ids);
            if (!one || !two) throw new Error('they are there');
            await tx.run(shout);
            one.why = { kind: 'queued_new', queueId: one.queueId };
            one.requiredSkills = ['French', 'German'];
            two.dispositionNotes = 'Half a \ud83d character';
            for (const i of [one, two]) await saveInteraction(tx, i);
        });
        const [one, two] = await stored();
        expect(one).toMatchObject({
            subject: 'One!',
            requiredSkills: ['French', 'German'],
            dispositionNotes: '',
        });
        expect(one?.why).toEqual({ kind: 'queued_new', queueId: one?.queueId });
        expect(two).toMatchObject({
            subject: 'Two!',
            why: null,
            dispositionNotes: 'Half a \ufffd character',
        });
    });

    it('that is new inserts it as it is when something else is sent', async () => {
        const id = await center.store.transaction('test', async (tx) => {
            const i = await insertInteraction(tx, {
                channel: 'email',
                subject: 'Three',
                preview: '',
                customerId: 1,
                queueId: (await stored())[0]?.queueId ?? 0,
                mayBelongTo: null,
            });
            i.subject = 'Four';
            await saveInteraction(tx, i);
            expect(await readInteraction(tx, i.id)).toMatchObject({
                subject: 'Four',
                status: 'new',
                unread: true,
            });
            i.status = 'open';
            await saveInteraction(tx, i);
            return i.id;
        });
        ids = [id];
        expect(await stored()).toEqual([expect.objectContaining({ subject: 'Four', status: 'open' })]);
    });
});
