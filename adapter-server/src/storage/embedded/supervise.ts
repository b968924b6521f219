import type { EmbeddedPostgresLog } from './embedded.ts';
import type { Places } from './places.ts';
import { livingPostmaster, pause } from './postmaster.ts';
import type { Server } from './start.ts';

/** A killed server is noticed at the next look, so well within the 5 s in which it must be back. */
const LOOK_EVERY = 200;
const RETRY_AFTER = 1_000;

/** @returns end: stops looking, waits for a restart under way, and gives the pid of the living server */
export function supervise(
    places: Places,
    firstPid: number,
    start: () => Promise<Server>,
    log: EmbeddedPostgresLog,
): { end(): Promise<number | undefined> } {
    let ending = false;
    let pid = firstPid;
    let wake: () => void = () => undefined;

    const rest = (ms: number): Promise<void> => {
        const called = new Promise<void>((resolve) => (wake = resolve));
        return Promise.race([called, pause(ms)]);
    };
    const run = async (): Promise<void> => {
        while (!ending) {
            await rest(LOOK_EVERY);
            if (ending || livingPostmaster(places) === pid) continue;
            log.warn(`embedded PostgreSQL (process ${pid}) is gone; starting it again`);
            try {
                pid = (await start()).pid;
                log.info(`embedded PostgreSQL runs again (process ${pid})`);
            } catch (error) {
                log.error(`embedded PostgreSQL: ${error instanceof Error ? error.message : String(error)}`);
                await rest(RETRY_AFTER);
            }
        }
    };

    const running = run();
    return {
        end: async () => {
            ending = true;
            wake();
            await running;
            return livingPostmaster(places);
        },
    };
}
