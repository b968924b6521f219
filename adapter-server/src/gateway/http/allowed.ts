import { readViewer } from '../../queries/viewer.ts';
import type { Store } from '../../storage/transaction.ts';
import { auditRefusal, entryOf, isAudited } from '../access/audited.ts';
import { authorize } from '../access/authorize.ts';
import type { FileOperation } from '../access/rule.ts';
import type { Caller } from '../authentication/caller.ts';
import { AUTHORIZATION } from '../authorization.ts';
import { FAILURES, type Failure } from '../replies.ts';

/** The authorization table for uploads and downloads; refusals are audited like those of commands (O5). */
export async function fileRefusal(
    store: Store,
    caller: Caller,
    name: FileOperation,
    id: number,
): Promise<Failure | null> {
    const on = { run: store.read.bind(store) };
    const viewer = await readViewer(on, caller, store.clock.now());
    const refused = viewer ? await authorize(on, viewer, AUTHORIZATION[name], { id }) : FAILURES.signedOut;
    if (refused && isAudited(refused)) {
        const detail = `${refused.code}: ${refused.message}`;
        await auditRefusal(store, entryOf(caller, viewer, name, { id }, { outcome: 'refused', detail }));
    }
    return refused;
}
