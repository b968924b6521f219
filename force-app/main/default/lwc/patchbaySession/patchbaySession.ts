import type { LightningElement } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import connect from '@salesforce/apex/PatchbayIdentity.connect';
import SOCKET_IO from '@salesforce/resourceUrl/socketIo';
import { createSession } from './session';
import type { Session, SocketFactory } from './sessionTypes';

export { createSession } from './session';
export type { Phase, Session, SessionDependencies, SessionState } from './sessionTypes';

let session: Session | null = null;
let scriptOwner: LightningElement | undefined;

/** What PatchbayIdentity.connect answers; the local console answers it with its own address and no token. */
interface OrgConnection {
    adapterUrl: string;
    identityToken: string | null;
}

async function loadSocketIo(): Promise<SocketFactory> {
    await loadScript(scriptOwner as LightningElement, SOCKET_IO);
    const { io } = globalThis as { io?: SocketFactory };
    if (io === undefined) throw new Error('The static resource socketIo did not bring the socket.io client.');
    return io;
}

/**
 * The page's only session; the first call starts it. Every component of the page shares it, the utility and the
 * workspace alike.
 * @param owner the component that asks first; the platform wants one to load the socket.io client for
 */
export function getSession(owner?: LightningElement): Session {
    scriptOwner ??= owner;
    session ??= createSession({
        async connection() {
            const { adapterUrl, identityToken } = (await connect()) as OrgConnection;
            return { serverUrl: adapterUrl.replace(/\/$/, ''), identityToken };
        },
        loadSocketIo,
        storage: window.sessionStorage,
        clock: {
            now: () => Date.now(),
            after(milliseconds, run) {
                // eslint-disable-next-line @lwc/lwc/no-async-operation -- outlives every component on purpose
                const timer = setTimeout(run, milliseconds);
                return () => clearTimeout(timer);
            },
        },
        fetch: (input, init) => window.fetch(input, init),
        createRequest: () => new XMLHttpRequest(),
        newId: () => crypto.randomUUID(),
        log: (message) => console.warn(`Patchbay: ${message}`),
    });
    return session;
}
