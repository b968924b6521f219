import { isOpen } from '../core/schedule.ts';
import { insertAgent, saveCapacity, saveMembership } from '../storage/agentAdministration.ts';
import {
    insertDispositionRows,
    insertMailboxRow,
    insertOrganizationRow,
    insertQueueRow,
    saveReportingManager,
    takeFirstRunTurn,
} from '../storage/firstRun.ts';
import { saveContentRuleRow } from '../storage/contentRules.ts';
import { saveQuickReplyRow } from '../storage/quickReplies.ts';
import { readOrganization } from '../storage/organization.ts';
import type { Transaction } from '../storage/transaction.ts';
import { checkAgentHours, checkQueueHours } from './checkHours.ts';
import type { ContactCenter, ContactCenterAgent, NewQuickReply, PasswordHasher } from './contactCenter.ts';

/**
 * Fills an empty database from the first-run file, in one transaction, whichever of several processes comes first.
 * Where an organization is there already it changes nothing: from then on the console and the API do.
 */
export async function setUpContactCenter(
    tx: Transaction,
    file: ContactCenter,
    hashPassword: PasswordHasher,
): Promise<{ readonly created: boolean }> {
    await takeFirstRunTurn(tx);
    if (await readOrganization(tx)) return { created: false };
    await insertOrganizationRow(tx, file.organization);
    await insertDispositionRows(tx, null, file.dispositions);
    await addQuickReplies(tx, null, file.quickReplies ?? []);

    const queues = new Map<string, number>();
    for (const queue of file.queues) {
        const id = await insertQueueRow(tx, { ...queue, isOpen: isOpen(queue.openingHours, tx.now) });
        queues.set(queue.name, id);
        await insertDispositionRows(tx, id, queue.dispositions);
        await addQuickReplies(tx, id, queue.quickReplies ?? []);
        await checkQueueHours(tx, id);
    }
    for (const mailbox of file.mailboxes)
        await insertMailboxRow(tx, { ...mailbox, queueId: known(queues, mailbox.queue) });

    const agents = new Map<string, number>();
    for (const agent of file.agents)
        agents.set(agent.username.toLowerCase(), await addAgent(tx, agent, queues, hashPassword));
    for (const { username, reportsTo } of file.agents)
        if (reportsTo !== null)
            await saveReportingManager(
                tx,
                known(agents, username.toLowerCase()),
                known(agents, reportsTo.toLowerCase()),
            );
    for (const { queue, actions, ...rule } of file.contentRules ?? []) {
        const queueId = queue === null ? null : known(queues, queue);
        await saveContentRuleRow(tx, { ...rule, id: 0, actions: { ...actions, queueId } }, null);
    }
    return { created: true };
}

async function addQuickReplies(
    tx: Transaction,
    queueId: number | null,
    replies: readonly NewQuickReply[],
): Promise<void> {
    for (const reply of replies)
        await saveQuickReplyRow(tx, null, { ...reply, queueId, agentId: null, format: 'plain' }, null);
}

async function addAgent(
    tx: Transaction,
    agent: ContactCenterAgent,
    queues: ReadonlyMap<string, number>,
    hashPassword: PasswordHasher,
): Promise<number> {
    const { workingHours, password } = agent;
    const id = await insertAgent(tx, {
        ...agent,
        withinHours: workingHours === null || isOpen(workingHours, tx.now),
        passwordHash: password === null ? null : await hashPassword(password),
    });
    if (id === null) throw new Error(`The username ${agent.username} is there twice.`);
    if (agent.emailCapacity > 0) await saveCapacity(tx, id, 'email', agent.emailCapacity);
    for (const { queue, priority } of agent.queues)
        await saveMembership(tx, known(queues, queue), id, priority);
    await checkAgentHours(tx, id);
    return id;
}

/** The reader of the file has checked that every name is there. */
function known(ids: ReadonlyMap<string, number>, name: string): number {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The first-run file names "${name}", which it does not have.`);
    return id;
}
