import { listDispositions, listMacros, type Macro } from '../storage/macros.ts';
import { listQueues } from '../storage/queues.ts';
import { listQuickReplies } from '../storage/quickReplies.ts';
import { queueOfInteraction } from '../storage/reads/help.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { Viewer } from './viewer.ts';

type On = Pick<Transaction, 'run'>;
export type { Macro };

/** What steps name by id, in words. */
export interface MacroNames {
    readonly quickReply: (id: number) => string;
    readonly queue: (id: number) => string;
    readonly disposition: (id: number) => string;
}
export interface Dispositions {
    readonly id: number;
    readonly label: string;
    readonly queueId: number | null;
}

/** Those that may be run on this interaction, nearest first. */
export async function macrosFor(
    on: On,
    interactionId: number,
    agentId: number,
): Promise<{ macros: Macro[]; names: MacroNames }> {
    const queueId = await queueOfInteraction(on, interactionId);
    const queueIds = queueId === null ? [] : [queueId];
    const macros = await listMacros(on, agentId, queueIds);
    return { macros, names: await macroNames(on, agentId) };
}

/** Those that the viewer keeps or may use: an admin those of every queue. */
export async function readMacros(
    on: On,
    viewer: Viewer,
): Promise<{ macros: Macro[]; names: MacroNames; dispositions: Dispositions[] }> {
    const queueIds = viewer.role === 'admin' ? null : [...viewer.queueIds, ...viewer.reportQueueIds];
    return {
        macros: await listMacros(on, viewer.agentId, queueIds),
        names: await macroNames(on, viewer.agentId),
        dispositions: await listDispositions(on),
    };
}

async function macroNames(on: On, agentId: number): Promise<MacroNames> {
    const named = <T extends { id: number }>(rows: readonly T[], name: (row: T) => string, gone: string) => {
        const byId = new Map(rows.map((row) => [row.id, name(row)]));
        return (id: number): string => byId.get(id) ?? gone;
    };
    return {
        quickReply: named(
            await listQuickReplies(on, agentId, null),
            ({ title }) => title,
            'a quick reply that is gone',
        ),
        queue: named(await listQueues(on), ({ name }) => name, 'a former queue'),
        disposition: named(await listDispositions(on), ({ label }) => label, 'a former outcome'),
    };
}
