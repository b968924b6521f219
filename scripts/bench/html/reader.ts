import pino from 'pino';
import { createMailDisplay } from '../../../adapter-server/src/channels/email/display/mailDisplay.ts';
import { createMailReader } from '../../../adapter-server/src/channels/email/reading/createMailReader.ts';
import type { MailParser } from '../../../adapter-server/src/channels/email/parsing/parseMail.ts';
import { runQuery } from '../../../adapter-server/src/gateway/runQuery.ts';
import type { BenchCenter } from '../center.ts';

export interface MailReader {
    /** Parses and stores it as the intake does. */
    takeIn(raw: Uint8Array): Promise<{ readonly parsing: number; readonly interactionId: number | null }>;
    /** What the click on it asks the gateway for, up to the reply as text. */
    show(interactionId: number | null): Promise<string>;
}

/** The server's own way from the wire to the store and from the store to the screen, without the sockets at its ends. */
export function openReader({ store, receive, agents }: BenchCenter, parser: MailParser): MailReader {
    const parts = {
        store,
        log: pino({ level: 'silent' }),
        display: createMailDisplay(),
        inlineUrl: (id: number) => `/attachments/${id}`,
        mailboxes: {
            canStoreCredentials: false,
            prepareTrial: () => Promise.reject(new Error('There are no mailboxes here.')),
        },
        mailReader: createMailReader(),
        observeQuery: () => undefined,
    };
    const caller = { agentId: agents[0] ?? 0, sessionId: null };
    return {
        async takeIn(raw) {
            const began = performance.now();
            const content = await parser.parseMail(raw, { timeoutMs: 15_000 });
            const parsing = performance.now() - began;
            const stored = await receive.received({
                origin: { kind: 'smtp', mailboxId: null, cursor: null },
                envelopeFrom: 'maria@customer.example.com',
                envelopeTo: ['support@example.com'],
                raw,
                content,
            });
            return { parsing, interactionId: stored.outcome === 'stored' ? stored.interactionId : null };
        },
        async show(interactionId) {
            const args = { interactionId, showRemote: false };
            const reply = await runQuery(parts, caller, { name: 'getInteraction', args });
            if (!reply.ok) throw new Error(`It was not shown: ${reply.message}`);
            return JSON.stringify(reply);
        },
    };
}
