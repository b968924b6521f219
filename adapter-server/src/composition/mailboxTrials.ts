import { testImap } from '../channels/email/imap/testImap.ts';
import { storedImapAccount } from '../config/imapAccount.ts';
import type { MailboxTrials } from '../gateway/queries/queryHandlers.ts';
import type { Clock } from '../ports/clock.ts';
import { listMailboxes } from '../storage/mailboxes.ts';
import type { SecretBox } from '../storage/sealing/secretBox.ts';
import { refuseTransport } from '../workflows/mailboxes/createMailbox.ts';
import { secretOf, storedAccount } from '../workflows/mailboxes/mailboxArgs.ts';
import { openedSecret } from '../workflows/mailboxes/mailboxSecrets.ts';
import { credentialsOf } from './mailboxCredentials.ts';

const KEEP_OF_A_MAIL = 1024;

/** The test button (E11): connects as the mailbox would, and stores nothing. */
export const mailboxTrials = (box: SecretBox, clock: Clock): MailboxTrials => ({
    canStoreCredentials: box.canSeal,
    async prepareTrial(on, mailboxId, imap) {
        const no = (message: string, nextStep: string | null) => () =>
            Promise.resolve({ works: false, step: null, message, nextStep });
        const unsafe = refuseTransport(imap);
        if (unsafe) return no(unsafe.reason, unsafe.nextStep);
        const row = (await listMailboxes(on)).find(({ id }) => id === mailboxId);
        const kept = row ? await openedSecret(on, box, row) : {};
        const passwordEnv = (row?.imap as { passwordEnv?: string } | null)?.passwordEnv;
        const account = storedImapAccount.parse({ ...storedAccount(imap), passwordEnv });
        const credentials = credentialsOf(account, (secretOf(imap, kept) ?? {}) as Record<string, string>, {
            clock,
            onNewRefreshToken: () => Promise.resolve(),
        });
        if ('missing' in credentials) return no(credentials.missing, 'Enter it and test again.');
        return async () => {
            const config = { ...account, id: 0, auth: credentials.auth, maxBytes: KEEP_OF_A_MAIL };
            const trial = await testImap(config);
            if (!trial.works) return { ...trial };
            const n = trial.messages;
            const holds = n === 1 ? 'one mail' : `${n} mails`;
            return {
                works: true,
                step: null,
                message: `It works: ${imap.mailbox} holds ${holds}.`,
                nextStep: null,
            };
        };
    },
});
