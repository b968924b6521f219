import { buildPlusAddress, parsePlusAddress } from '../src/channels/email/plusAddress.ts';
import { createMailReader } from '../src/channels/email/reading/createMailReader.ts';
import { signReplyToken, verifyReplyToken } from '../src/channels/email/replyToken.ts';
import type { ParsedMail } from '../src/ports/mailboxEvents.ts';
import type { QueryResult } from '../src/protocol/queries.ts';
import { indexMessages } from '../src/workflows/indexMessages.ts';
import { ReceiveEmail } from '../src/workflows/receiveEmail.ts';
import { aContactCenter, anAgent } from './firstRunCenter.ts';
import { openGateway } from './gatewayServer.ts';

const SEARCH = ['email_search'] as const;
const box = (name: string) => ({
    address: `${name.toLowerCase()}@example.com`,
    displayName: name,
    queue: name,
    kind: 'intake' as const,
    imap: null,
});
const SALES = [{ queue: 'Sales', priority: 'medium' as const }];
/** Ana and Ben work in Support, Mia leads them; Zoe works in Sales; Nia may not search; Ada is the admin. */
const file = aContactCenter({
    mailboxes: [box('Support'), box('Sales')],
    agents: [
        anAgent('ada', { role: 'admin', queues: [], permissions: [] }),
        anAgent('mia', { role: 'manager', queues: [], permissions: SEARCH }),
        anAgent('ana', { reportsTo: 'mia', permissions: SEARCH, timeZone: 'Europe/Berlin' }),
        anAgent('ben', { reportsTo: 'mia', permissions: SEARCH }),
        anAgent('zoe', { queues: SALES, permissions: SEARCH }),
        anAgent('nia', { permissions: [] }),
    ],
});
export type SearchPage = QueryResult<'searchInteractions'>;
type Mail = Partial<ParsedMail> & { readonly box?: 'support' | 'sales' };

/** A whole server into which mail comes, and which is searched over HTTP. */
export async function openSearchWorld() {
    const server = await openGateway({ file });
    const receive = new ReceiveEmail({
        store: server.store,
        replyTokens: {
            sign: signReplyToken,
            verify: verifyReplyToken,
            address: buildPlusAddress,
            parse: parsePlusAddress,
        },
        preview: (text) => text.slice(0, 140),
        mailReader: createMailReader(),
    });
    const tokens = new Map<string, string>();
    let mails = 0;
    const tokenOf = async (username: string): Promise<string> => {
        if (!tokens.has(username)) tokens.set(username, await server.token(username));
        // The clock goes on for days.
        await server.rows('update sessions set expires_at = 8000000000000000');
        return tokens.get(username) ?? '';
    };
    const ask = async (username: string, name: 'searchInteractions' | 'listSavedSearches', args: object) =>
        (await server.query(await tokenOf(username), name, args)).reply;
    const index = async (): Promise<void> => {
        while (await indexMessages(server.store));
    };
    return {
        ...server,
        ask,
        index,
        tokenOf,
        /** Its interaction; not indexed yet. */
        mail: async ({ box: name = 'support', ...parts }: Mail): Promise<number> => {
            mails += 1;
            server.clock.at += 1_000;
            const parsed: ParsedMail = {
                messageId: `<m${mails}@customer.example.com>`,
                inReplyTo: [],
                references: [],
                from: { name: 'Maria Customer', address: 'maria@customer.example.com' },
                replyTo: [],
                to: [{ name: '', address: `${name}@example.com` }],
                cc: [],
                subject: `Question ${mails}`,
                date: server.clock.at,
                text: `Hello`,
                html: null,
                attachments: [],
                classification: { kind: 'auto', reasons: [] },
                authentication: { spf: 'none', dkim: 'none', dmarc: 'none' },
                contentHash: `hash-${mails}`,
                bouncedMessageId: null,
                ...parts,
            };
            const outcome = await receive.received({
                origin: { kind: 'smtp', mailboxId: null, cursor: null },
                envelopeFrom: parsed.from?.address ?? null,
                envelopeTo: parsed.to.map((to) => to.address),
                raw: Buffer.from(`raw ${mails}`),
                content: { parsed },
            });
            if (outcome.outcome !== 'stored') throw new Error(`mail was ${outcome.outcome}`);
            return outcome.interactionId;
        },
        search: async (username: string, query: string, but: object = {}): Promise<SearchPage> => {
            await index();
            const reply = await ask(username, 'searchInteractions', { query, ...but });
            if (!reply.ok) throw new Error(`${query}: ${reply.code} ${reply.message}`);
            return reply.value as SearchPage;
        },
    };
}
export type SearchWorld = Awaited<ReturnType<typeof openSearchWorld>>;
export const idsOf = (page: SearchPage): number[] => page.items.map(({ summary }) => summary.id);
export const inWords = (pieces: SearchPage['items'][number]['line'] | null): string =>
    (pieces ?? []).map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');
