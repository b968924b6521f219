import { days, hours } from '../core/duration.ts';
import { trimCommands } from '../storage/commands.ts';
import { buryDeadProcesses } from '../storage/connections.ts';
import { armMissingGrace } from '../storage/graces.ts';
import { setTimer } from '../storage/timers.ts';
import { trimStreams } from '../storage/streams.ts';
import type { Store } from '../storage/transaction.ts';

/** What a client may still ask for is kept; the rest goes. Once a minute is plenty, by any process. */
export async function tidyUp(store: Store): Promise<void> {
    await store.transaction('tidyUp', async (tx) => {
        await trimStreams(tx, tx.now - days(2));
        await trimCommands(tx, tx.now - hours(48));
        await buryDeadProcesses(tx);
        // An agent who counts as connected always has a grace timer that will ask again.
        for (const agentId of await armMissingGrace(tx))
            await setTimer(tx, 'connection_grace', agentId, tx.now);
    });
}
