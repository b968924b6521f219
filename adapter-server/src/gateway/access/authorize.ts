import { mayRead, mayWork } from '../../core/policies/visibility.ts';
import type { Decision, Permission } from '../../core/vocabulary.ts';
import {
    attachmentAccess,
    countOwnUploads,
    interactionAccess,
    messageAccess,
    offerOwner,
} from '../../queries/objects.ts';
import { seesQueue, type Viewer } from '../../queries/viewer.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { failure, type Failure } from '../replies.ts';
import type { Rule } from './rule.ts';

type On = Pick<Transaction, 'run'>;

const PERMISSION_NAMES: Readonly<Record<Permission, string>> = {
    email_search: 'email search',
    receive_transfers_paused: 'receive transfers when paused',
    queue_counters: 'queue counters',
    pause_reasons: 'pause reasons',
};
const ASK_FOR_IT = 'Ask an admin to give it to you.';

const missing = (what: string): Failure =>
    failure('not_found', `This ${what} does not exist, or is not yours to see.`);
const refused = (decision: Decision): Failure | null =>
    decision.allowed ? null : failure('forbidden', decision.reason, decision.nextStep ?? null);

/** Null where the viewer may; otherwise why not. What others may see is answered like what does not exist. */
export async function authorize<A>(on: On, viewer: Viewer, rule: Rule<A>, args: A): Promise<Failure | null> {
    if (!rule.roles.includes(viewer.role))
        return failure('forbidden', 'This is for admins.', 'Ask an admin to do it, or for the role.');
    const permission = rule.permission?.(args) ?? null;
    if (permission !== null && !viewer.permissions.includes(permission))
        return failure(
            'forbidden',
            `You do not have the permission “${PERMISSION_NAMES[permission]}”.`,
            ASK_FOR_IT,
        );
    switch (rule.check) {
        case 'self':
        case 'directory':
        case 'filtered':
        case 'organization':
            return null;
        case 'interaction:read':
        case 'interaction:work': {
            const no = await onInteractions(on, viewer, rule.check, rule.interactions(args));
            return no ?? ownUploads(on, viewer, rule.uploads?.(args) ?? []);
        }
        case 'interaction:assign':
            return mayAssign(on, viewer, rule.interaction(args), rule.to(args));
        case 'offer:own':
            return (await offerOwner(on, rule.offer(args))) === viewer.agentId ? null : missing('offer');
        case 'queue:work':
            return ofQueue(viewer, rule.queue(args));
        case 'message:read':
            return ofMessage(on, viewer, rule.message(args));
        case 'attachment:read':
            return ofAttachment(on, viewer, rule.attachment(args));
    }
}

async function onInteractions(
    on: On,
    viewer: Viewer,
    check: 'interaction:read' | 'interaction:work',
    ids: readonly number[],
): Promise<Failure | null> {
    const found = new Map((await interactionAccess(on, ids)).map((facts) => [facts.id, facts]));
    for (const id of ids) {
        const facts = found.get(id);
        if (!facts || !mayRead(facts, viewer).allowed) return missing('interaction');
        const no = check === 'interaction:work' ? refused(mayWork(facts, viewer)) : null;
        if (no) return no;
    }
    return null;
}

const ownUploads = async (on: On, viewer: Viewer, ids: readonly number[]): Promise<Failure | null> =>
    (await countOwnUploads(on, ids, viewer.agentId)) === new Set(ids).size ? null : missing('attachment');

/** R6: leads assign to their reports; E5: anybody who works on it hands it to its original agent. */
async function mayAssign(on: On, viewer: Viewer, id: number, to: number): Promise<Failure | null> {
    const no = await onInteractions(on, viewer, 'interaction:work', [id]);
    if (no) return no;
    const leads = viewer.role === 'manager' && [viewer.agentId, ...viewer.reportIds].includes(to);
    if (viewer.role === 'admin' || leads) return null;
    const [facts] = await interactionAccess(on, [id]);
    const nobodyElses = facts?.ownerId === null || facts?.ownerId === viewer.agentId;
    if (facts?.originalAgentId === to && nobodyElses) return null;
    return failure(
        'forbidden',
        viewer.role === 'manager'
            ? 'This agent does not report to you.'
            : 'Assigning to another agent is for managers and admins.',
        'You can hand it to its original agent, or return it to the queue.',
    );
}

function ofQueue(viewer: Viewer, queueId: number): Failure | null {
    if (viewer.role === 'admin' || viewer.queueIds.includes(queueId)) return null;
    if (viewer.role === 'manager' && viewer.reportQueueIds.includes(queueId)) return null;
    return seesQueue(viewer, queueId)
        ? failure('forbidden', 'You are not a member of this queue.', 'Ask an admin to add you to it.')
        : missing('queue');
}

async function ofMessage(on: On, viewer: Viewer, id: number): Promise<Failure | null> {
    const message = await messageAccess(on, id);
    const no = message && (await onInteractions(on, viewer, 'interaction:read', [message.interactionId]));
    return message && !no ? null : missing('message');
}

/** One that is still in a draft is its agent's alone. */
async function ofAttachment(on: On, viewer: Viewer, id: number): Promise<Failure | null> {
    const file = await attachmentAccess(on, id);
    if (!file) return missing('attachment');
    if (file.interactionId === null) return file.draftOf === viewer.agentId ? null : missing('attachment');
    const no = await onInteractions(on, viewer, 'interaction:read', [file.interactionId]);
    return no && missing('attachment');
}
