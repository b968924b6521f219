import { seconds } from '../src/core/duration.ts';
import { mailFormat } from '../src/channels/email/sending/mailFormat.ts';
import { buildPlusAddress, parsePlusAddress } from '../src/channels/email/plusAddress.ts';
import { signReplyToken, verifyReplyToken } from '../src/channels/email/replyToken.ts';
import type { MailAddress } from '../src/ports/mailboxEvents.ts';
import { closeAgentConnection } from '../src/workflows/agentConnections.ts';
import { dismissInteraction } from '../src/workflows/changeInteractionStatus.ts';
import { closeInteraction } from '../src/workflows/closeInteraction.ts';
import { sweepRouting } from '../src/workflows/drainWoken.ts';
import { declineOffer } from '../src/workflows/endRingingOffer.ts';
import { sendReply } from '../src/workflows/sendReply.ts';
import { setStatus } from '../src/workflows/setStatus.ts';
import { tidyUp } from '../src/workflows/tidyUp.ts';
import type { ContactCenter, TestAgent } from './runningCenter.ts';
import { checkInvariants } from './invariants.ts';

/** What agents do in the scenarios, in one line each. */
export const sendReplyWorkflow = sendReply({
    format: mailFormat,
    tokens: {
        sign: signReplyToken,
        verify: verifyReplyToken,
        address: buildPlusAddress,
        parse: parsePlusAddress,
    },
});

export const reply = (center: ContactCenter, agent: TestAgent, interactionId: number, text = 'Hello') =>
    center.do(sendReplyWorkflow, agent, { interactionId, text, cc: [], uploads: [] });
export const dismiss = (center: ContactCenter, agent: TestAgent, interactionId: number) =>
    center.do(dismissInteraction, agent, { interactionId });
export const pause = (center: ContactCenter, agent: TestAgent, reason: string | null = null) =>
    center.do(setStatus, agent, { status: 'unavailable' as const, reason });
export const resume = (center: ContactCenter, agent: TestAgent) =>
    center.do(setStatus, agent, { status: 'available' as const });

/** Declines what rings longest at this agent. */
export async function decline(center: ContactCenter, agent: TestAgent): Promise<void> {
    const { rows } = await center.pool.query<{ id: number }>(
        `select id from offers where agent_id = $1 and outcome = 'ringing' order by id limit 1`,
        [agent.id],
    );
    await center.do(declineOffer, agent, { offerId: rows[0]?.id ?? 0 });
}

export const closeTab = (center: ContactCenter, connectionId: string) =>
    center.store.transaction('test', (tx) => closeAgentConnection(tx, connectionId));

/** The agent's only tab is gone for the whole grace. */
export async function vanishes(center: ContactCenter, agent: TestAgent): Promise<void> {
    await closeTab(center, `c${agent.id}`);
    await center.advance(seconds(30));
}

/** A disposition of one queue, or of all. */
export async function disposition(
    center: ContactCenter,
    label: string,
    queueId: number | null = null,
): Promise<number> {
    const { rows } = await center.pool.query<{ id: number }>(
        `insert into dispositions (queue_id, label) values ($1, $2) returning id`,
        [queueId, label],
    );
    return rows[0]?.id ?? 0;
}
export const close = (
    center: ContactCenter,
    agent: TestAgent,
    interactionId: number,
    dispositionId: number,
) => center.do(closeInteraction, agent, { interactionId, dispositionId, notes: '' });

/** A thread that this agent answered and has put out of their inbox; it must be them that new mail rings at. */
export async function answeredThread(
    center: ContactCenter,
    agent: TestAgent,
    from: MailAddress = { name: 'Maria', address: 'maria@customer.example.com' },
): Promise<number> {
    const id = await center.thread({ from });
    await center.accept(agent);
    await reply(center, agent, id);
    await dismiss(center, agent, id);
    return id;
}

/** Runs everything that a running server would run by itself, then looks whether all is as it must be. */
export async function comesToRest(center: ContactCenter): Promise<void> {
    await sweepRouting(center.store);
    await tidyUp(center.store);
    await center.settle();
    await checkInvariants(center.pool, center.clock.at, { atRest: true });
}
