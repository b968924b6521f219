import { startAgentServer, startSession, until, type AgentServer, type Harness } from './agentServer';

type Options = Parameters<typeof startSession>[1];

/** For each test a server of its own, and the sessions that talk to it. */
export class AgentSessions {
    #server: AgentServer | null = null;
    #started: Harness[] = [];

    constructor() {
        beforeEach(async () => {
            this.#started = [];
            this.#server = await startAgentServer();
        });
        afterEach(async () => {
            for (const { opened } of this.#started) opened.forEach((socket) => socket.disconnect());
            await this.server.stop();
        });
    }

    get server(): AgentServer {
        if (!this.#server) throw new Error('no test runs yet');
        return this.#server;
    }

    start(options?: Options): Harness {
        const harness = startSession(this.server, options);
        this.#started.push(harness);
        return harness;
    }

    /** Ana has signed in. */
    async ready(options?: Options): Promise<Harness> {
        const harness = this.start(options);
        await until(harness.session, ({ phase }) => phase === 'signed_out');
        await harness.session.demoSignIn('ana.ruiz');
        await until(harness.session, ({ phase }) => phase === 'ready');
        return harness;
    }
}
