import type { Reply, SignInResult } from 'c/patchbayProtocol';
import { createAgentConnection } from './agentConnection';
import { createHttp } from './http';
import { noAnswer, signedOut } from './refusals';
import type { Session, SessionDependencies } from './sessionTypes';
import { createStore, initialState } from './store';
import { createTokenStorage } from './tokenStorage';

/**
 * The one thing on the page that talks to the adapter server. It starts by itself: a token of this tab resumes,
 * in Salesforce the org's identity token signs in, otherwise it waits, signed out.
 */
export function createSession(dependencies: SessionDependencies): Session {
    const { clock, storage, log, connection, loadSocketIo } = dependencies;
    const store = createStore(log);
    const tokens = createTokenStorage(storage);
    const http = createHttp(dependencies);
    let token: string | null = null;
    const agent = createAgentConnection({ ...dependencies, store, onSignedOut: forget });

    function forget(problem: string | null): void {
        token = null;
        tokens.clear();
        agent.close();
        agent.commands.abandon();
        const { serverOffset } = store.state;
        store.change({ ...initialState, phase: 'signed_out', problem, serverOffset });
    }

    async function enter(serverUrl: string, granted: string): Promise<void> {
        token = granted;
        store.change({ phase: 'connecting', problem: null });
        try {
            const factory = await loadSocketIo();
            if (token === granted) agent.open(factory, serverUrl, granted);
        } catch (error) {
            store.change({
                phase: 'failed',
                problem: error instanceof Error ? error.message : String(error),
            });
        }
    }

    async function signInAt(path: string, body: object): Promise<Reply<SignInResult>> {
        let serverUrl: string;
        try {
            serverUrl = (await connection()).serverUrl;
        } catch {
            return noAnswer();
        }
        const reply = await http.signIn(serverUrl, path, body);
        if (reply.ok) {
            tokens.write({ token: reply.value.token, expiresAt: reply.value.expiresAt, serverUrl });
            await enter(serverUrl, reply.value.token);
        }
        return reply;
    }

    const signInWithOrg = (identityToken: string): Promise<Reply<SignInResult>> =>
        signInAt('/api/v1/sign-in/salesforce', { token: identityToken });

    async function start(): Promise<void> {
        try {
            const { serverUrl, identityToken } = await connection();
            const stored = tokens.read(serverUrl);
            if (stored !== null && stored.expiresAt > clock.now())
                return await enter(serverUrl, stored.token);
            const reply = identityToken === null ? null : await signInWithOrg(identityToken);
            if (reply?.ok !== true) store.change({ phase: 'signed_out', problem: reply?.message ?? null });
        } catch (error) {
            const problem =
                error instanceof Error ? error.message : 'The address of the adapter is not known.';
            store.change({ phase: 'failed', problem });
        }
    }

    void start();

    return {
        get state() {
            return store.state;
        },
        subscribe: (listener) => store.subscribe(listener),
        serverNow: () => clock.now() + store.state.serverOffset,
        signInOptions: async () => http.signInOptions((await connection()).serverUrl),
        signIn: (username, password) => signInAt('/api/v1/sign-in', { username, password }),
        demoSignIn: (username) => signInAt('/api/v1/demo/sign-in', { username }),
        signInWithOrg,
        async signOut() {
            await agent.commands.add('signOut', {});
            forget(null);
        },
        async command(name, args, id) {
            return token === null ? signedOut() : agent.commands.add(name, args, id);
        },
        async query(name, args) {
            return token === null ? signedOut() : agent.query(name, args);
        },
        watch: (interactionId, onChange) => agent.watches.add(interactionId, onChange),
        typing: (interactionId, typing) => agent.typing(interactionId, typing),
        async upload(file, onProgress = () => undefined, inline = false) {
            if (token === null) return signedOut();
            return http.upload((await connection()).serverUrl, token, file, onProgress, inline);
        },
        async download({ id }) {
            if (token === null) return signedOut();
            return http.download((await connection()).serverUrl, token, `attachments/${id}`);
        },
        async downloadQuarantined(id) {
            if (token === null) return signedOut();
            return http.download((await connection()).serverUrl, token, `quarantine/${id}/raw`);
        },
    };
}
