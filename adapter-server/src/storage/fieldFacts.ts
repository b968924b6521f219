import type { FieldFacts } from '../core/policies/fieldValues.ts';
import { statement } from './database.ts';
import type { Transaction } from './transaction.ts';

interface Row {
    readonly customerName: string;
    readonly customerAddress: string;
    readonly firstName: string | null;
    readonly lastName: string | null;
    readonly agentSignature: string | null;
    readonly queueSignature: string;
    readonly subject: string;
    readonly queueName: string;
    readonly organizationName: string;
    readonly timeZone: string;
}
const read = statement<Row>(
    'field_facts',
    `select c.name as customer_name, c.address as customer_address, a.first_name, a.last_name,
         a.signature as agent_signature, q.signature as queue_signature, i.subject, q.name as queue_name,
         o.name as organization_name, o.time_zone
     from interactions i
         join customers c on c.id = i.customer_id
         join queues q on q.id = i.queue_id
         join organization o on o.id = 1
         left join agents a on a.id = $2
     where i.id = $1`,
);

export interface WritingFacts {
    readonly facts: FieldFacts;
    readonly signatures: { readonly agent: string; readonly queue: string };
}

/** What the texts written on an interaction may name. Without an agent: for what nobody writes. */
export async function readWritingFacts(
    on: Pick<Transaction, 'run'>,
    interactionId: number,
    agentId: number | null,
): Promise<WritingFacts | null> {
    const row = (await on.run(read, [interactionId, agentId]))[0];
    if (!row) return null;
    const { firstName, lastName } = row;
    return {
        facts: {
            customer: { name: row.customerName, address: row.customerAddress },
            agent: firstName === null || lastName === null ? null : { firstName, lastName },
            // What people say on the phone is the row's id.
            interaction: { number: String(interactionId), subject: row.subject },
            queueName: row.queueName,
            organization: { name: row.organizationName, timeZone: row.timeZone },
        },
        signatures: { agent: row.agentSignature ?? '', queue: row.queueSignature },
    };
}
