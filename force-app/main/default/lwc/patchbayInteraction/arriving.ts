import type { AgentRef, InteractionDetail, Possibility } from 'c/patchbayProtocol';

const DONE: Possibility = { allowed: false, reason: null, nextStep: null };

/** What was just accepted or taken, as it will be once the server has said so: mine, Open, nothing left to accept. */
export function asMine(detail: InteractionDetail, me: AgentRef, now: number): InteractionDetail {
    const { summary, can } = detail;
    return {
        ...detail,
        summary: {
            ...summary,
            status: summary.status === 'new' ? 'open' : summary.status,
            routing: {
                state: 'assigned',
                agent: me,
                heldFor: null,
                holdReason: null,
                until: null,
                since: now,
            },
        },
        can: { ...can, accept: DONE, pull: DONE },
    };
}

export const isWith = ({ summary }: InteractionDetail, agentId: number | null): boolean =>
    agentId !== null && summary.routing.state === 'assigned' && summary.routing.agent?.id === agentId;
