import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openGateway, type GatewayUnderTest } from '../../../test/gatewayServer.ts';
import { receive, aParsedMail } from '../../../test/receivedMail.ts';
import type { QueryResult } from '../../protocol/queries.ts';

describe('content rules over HTTP', () => {
    let server: GatewayUnderTest;
    let ada: string;
    beforeAll(async () => {
        server = await openGateway();
        ada = await server.token('ada');
    });
    afterAll(() => server.close());

    const rule = (queueId: number | null) => ({
        name: 'Invoices',
        active: true,
        stops: true,
        conditions: [{ field: 'subject', operator: 'contains', not: false, name: null, values: ['invoice'] }],
        actions: {
            queueId,
            priority: 'high',
            skills: [],
            tags: ['Money'],
            acknowledgement: null,
            spam: false,
        },
    });
    const value = <T>({ reply }: { reply: unknown }): T => (reply as { value: T }).value;
    const list = async () =>
        value<QueryResult<'listContentRules'>>(await server.query(ada, 'listContentRules', {}));

    it('in words, with what a rule may name, what is gone, and who changed it', async () => {
        const { choices } = await list();
        const support = choices.queues.find(({ name }) => name === 'Support')?.id ?? 0;
        expect(choices.languages).toContainEqual({ code: 'de', name: 'German' });
        const { reply } = await server.command(ada, 'saveContentRule', rule(support));
        expect(reply).toMatchObject({ ok: true });
        expect((await list()).items).toMatchObject([
            {
                ...rule(support),
                when: 'subject contains “invoice”',
                does: 'Support, High priority, tagged “Money”, stop',
                broken: [],
                changedBy: 'Ada Example',
            },
        ]);
        await server.rows(`update content_rules set actions = jsonb_set(actions, '{queueId}', '99')`);
        expect((await list()).items).toMatchObject([{ broken: ['its queue is gone'] }]);
        const audited = await server.rows(
            `select action, actor, outcome from audit where action = 'saveContentRule'`,
        );
        expect(audited).toEqual([{ action: 'saveContentRule', actor: 'Ada Example', outcome: 'done' }]);
    });

    it('tried, each mail with what did and what would happen to it', async () => {
        await server.rows(`delete from content_rules`);
        const id = await receive(server.store, aParsedMail({ subject: 'Invoice' }));
        await receive(server.store, aParsedMail());
        const tried = await server.query(ada, 'tryContentRules', { rules: [rule(null)] });
        expect(value(tried)).toMatchObject({
            looked: 2,
            fitting: 1,
            changed: 1,
            next: null,
            items: [
                {
                    interaction: { id, subject: 'Invoice' },
                    from: { address: 'maria@customer.example.com' },
                    did: { queue: { name: 'Support' }, priority: 'normal', spam: false },
                    would: { queue: { name: 'Support' }, priority: 'high', tags: ['Money'] },
                    changed: true,
                    rules: [{ name: 'Invoices', why: 'subject contains “invoice”', passedOver: false }],
                },
            ],
        });
    });
});
