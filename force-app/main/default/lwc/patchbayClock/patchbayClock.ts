import { getSession } from 'c/patchbaySession';

/** Every visible timer counts on this one tick, so that they change together. */
const TICK = 1_000;

const listeners = new Set<(now: number) => void>();
let timer: ReturnType<typeof setInterval> | null = null;

/** Epoch milliseconds on the server's clock, whatever this machine's says. */
export function serverNow(): number {
    return getSession().serverNow();
}

/** Calls back each second with serverNow(). @returns what stops it; with no listener left nothing runs */
export function onTick(listener: (now: number) => void): () => void {
    listeners.add(listener);
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- cleared below when nobody listens any more
    timer ??= setInterval(tick, TICK);
    return () => {
        listeners.delete(listener);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
    };
}

function tick(): void {
    const now = serverNow();
    for (const listener of [...listeners]) listener(now);
}
