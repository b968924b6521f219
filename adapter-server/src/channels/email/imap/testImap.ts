import type { ImapFlow } from 'imapflow';
import type { Duration } from '../../../core/duration.ts';
import { seconds } from '../../../core/duration.ts';
import { connectImap } from './connectImap.ts';
import { describeImapError, type ImapProblem } from './describeImapError.ts';
import { IMAP_TIMING, type ImapMailboxConfig } from './imapConfig.ts';

export type ImapTrial =
    { readonly works: true; readonly messages: number } | ({ readonly works: false } & ImapProblem);

/** Signs in, opens the folder for reading, and leaves: nothing is fetched, flagged or stored (E11: "test button"). */
export async function testImap(
    config: ImapMailboxConfig,
    connect: Duration = seconds(10),
): Promise<ImapTrial> {
    let client: ImapFlow | null = null;
    try {
        client = await connectImap(config, { ...IMAP_TIMING, connect, socket: connect });
        const { exists } = await client.mailboxOpen(config.mailbox, { readOnly: true });
        await client.logout().catch(() => undefined);
        return { works: true, messages: exists };
    } catch (error) {
        return { works: false, ...describeImapError(error, config) };
    } finally {
        client?.close();
    }
}
