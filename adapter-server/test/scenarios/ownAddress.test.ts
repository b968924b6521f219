import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reply } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const maria = 'maria@customer.example.com';
const ours = (address: string) => ({ name: '', address });

describe('E3: an address of ours where the customer belongs', () => {
    let center: ContactCenter;
    let ana: TestAgent;

    beforeEach(async () => {
        center = await ContactCenter.open();
        const support = await center.queue('Support');
        ana = await center.agent('Ana', [support]);
        await center.arrives(ana);
    });
    afterEach(() => center.close());

    it.each(['support@example.com', 'support+news@example.com'])(
        'as Reply-To, %s: the reply reaches the sender, not ourselves',
        async (address) => {
            const id = await center.thread({ replyTo: [ours(address)] });
            await center.accept(ana);
            await reply(center, ana, id);
            expect(center.sent.at(-1)?.to.map((to) => to.address)).toEqual([maria]);
        },
    );

    it('beside another Reply-To it is left out', async () => {
        const other = 'office@customer.example.com';
        const id = await center.thread({ replyTo: [ours('support@example.com'), ours(other)] });
        await center.accept(ana);
        await reply(center, ana, id);
        expect(center.sent.at(-1)?.to.map((to) => to.address)).toEqual([other]);
    });

    it('as From: a reply is refused rather than sent to ourselves, where it would end', async () => {
        const id = await center.thread({ from: ours('support@example.com') });
        await center.accept(ana);
        await expect(reply(center, ana, id)).rejects.toThrow();
        expect(center.sent).toEqual([]);
        expect((await center.interaction(id)).waiting_since).not.toBeNull();
    });
});
