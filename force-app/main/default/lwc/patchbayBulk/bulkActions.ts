import type { CommandArgs, CommandName, InteractionSummary } from 'c/patchbayProtocol';
import { fill } from 'c/patchbayFormat';
import type { BulkItem, Job, Order } from './bulkRun';
import { labels } from './labels';
import type { SharedOutcome } from './outcomes';

export type BulkAction =
    'close' | 'pending' | 'resolve' | 'tag' | 'transfer' | 'return' | 'assign' | 'spam' | 'dismiss';
/** They ask for something first; the others are done at once. */
const ASKING: readonly BulkAction[] = ['close', 'pending', 'tag', 'transfer', 'assign', 'spam'];
export const asks = (action: BulkAction): boolean => ASKING.includes(action);

export function actionsFor(role: string | undefined): { action: BulkAction; label: string; title: string }[] {
    const leads = role === 'manager' || role === 'admin';
    const names: BulkAction[] = ['close', 'pending', 'resolve', 'tag', 'transfer', 'return'];
    if (leads) names.push('assign');
    names.push('spam', 'dismiss');
    return names.map((action) => ({
        action,
        label: labels[action],
        title: action === 'return' ? labels.returnHint : labels[action],
    }));
}

const order = <N extends CommandName>(name: N, args: CommandArgs<N>): Order => ({ name, args }) as Order;

const isMine = ({ routing }: InteractionSummary, myId: number | null): boolean =>
    routing.state === 'assigned' && routing.agent?.id === myId;

/** What was nobody's is taken to be finished: it does not stay in the inbox, or the next would find no room there. */
const leaving = (item: InteractionSummary, myId: number | null) =>
    isMine(item, myId) ? {} : { then: order('dismissInteraction', { interactionId: item.id }) };

type Items = readonly InteractionSummary[];

export const closing = (items: Items, outcome: SharedOutcome, notes: string, myId: number | null): Job[] =>
    items.map((item) => {
        const dispositionId = outcome.byQueue.get(item.queue.id);
        if (dispositionId === undefined)
            return {
                item,
                work: {
                    message: fill(labels.outcomeMissing, outcome.name, item.queue.name),
                    nextStep: labels.outcomeNext,
                },
            };
        const args = { interactionId: item.id, dispositionId, notes };
        const ask = order('closeInteraction', args);
        return { item, work: { ask, ...leaving(item, myId) } };
    });

export const pending = (items: Items, followUpAt: number, myId: number | null): Job[] =>
    items.map((item) => {
        const ask = order('setPending', { interactionId: item.id, followUpAt });
        return { item, work: { ask, ...leaving(item, myId) } };
    });

export const resolving = (items: Items, myId: number | null): Job[] =>
    items.map((item) => {
        const ask = order('resolveInteraction', { interactionId: item.id });
        return { item, work: { ask, ...leaving(item, myId) } };
    });

export const tagging = (items: Items, name: string, adds: boolean): Job[] =>
    items.map((item) => ({
        item,
        work: {
            ask: order(adds ? 'addTag' : 'removeTag', { interactionId: item.id, name }),
        },
    }));

type Transfer = Omit<CommandArgs<'transferInteraction'>, 'interactionId'>;
export const transferring = (items: Items, to: Transfer): Job[] =>
    items.map((item) => ({
        item,
        work: { ask: order('transferInteraction', { ...to, interactionId: item.id }) },
    }));

export const assigning = (items: Items, agentId: number): Job[] =>
    items.map((item) => ({
        item,
        work: { ask: order('assignInteraction', { interactionId: item.id, agentId }) },
    }));

export const markingSpam = (items: Items, reason: string): Job[] =>
    items.map((item) => ({
        item,
        work: { ask: order('markSpam', { interactionId: item.id, reason }) },
    }));

export const plainly = (items: readonly BulkItem[], name: 'returnToQueue' | 'dismissInteraction'): Job[] =>
    items.map((item) => ({
        item,
        work: { ask: order(name, { interactionId: item.id }) },
    }));
