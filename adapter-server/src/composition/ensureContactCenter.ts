import type { Logger } from 'pino';
import { ConfigError, readFirstRunFile, type Config } from '../config.ts';
import { hashPassword } from '../gateway/authentication/passwords.ts';
import { readOrganization } from '../storage/organization.ts';
import type { SecretBox } from '../storage/sealing/secretBox.ts';
import type { Store } from '../storage/transaction.ts';
import { sealPlainPasswords } from '../workflows/mailboxes/sealedMailboxes.ts';
import { setUpContactCenter } from '../workflows/setUpContactCenter.ts';

/** Reads the first-run file where the database is empty; says what to do where there is neither. */
export async function ensureContactCenter(
    config: Config,
    store: Store,
    box: SecretBox,
    log: Logger,
): Promise<void> {
    const reader = { run: store.read.bind(store) };
    if (await readOrganization(reader)) return sealEarlier(store, box, log);
    if (config.contactCenterFile === null)
        throw new Error(
            'The database is empty. Set PATCHBAY_CONFIG to a first-run file (config/demo-contact-center.json is an example) and start again.',
        );
    const file = await readFirstRunFile(config.contactCenterFile);
    const { created } = await store.transaction('setUpContactCenter', async (tx) => {
        const outcome = await setUpContactCenter(tx, file, hashPassword);
        if (outcome.created && (await sealPlainPasswords(tx, box)) > 0)
            throw new ConfigError(config.contactCenterFile ?? '', [
                'mailboxes: passwords are stored encrypted, and there is no key. Set PATCHBAY_SECRET_KEY (openssl rand -base64 32), or name a variable with passwordEnv instead of writing the password.',
            ]);
        return outcome;
    });
    if (created) log.info({ file: config.contactCenterFile }, 'contact center set up');
}

/** Of a release that stored them readable. */
async function sealEarlier(store: Store, box: SecretBox, log: Logger): Promise<void> {
    const readable = await store.transaction('sealPasswords', (tx) => sealPlainPasswords(tx, box));
    if (readable > 0)
        log.warn(
            { mailboxes: readable },
            'passwords of mailboxes stand readable in the database: set PATCHBAY_SECRET_KEY and start again',
        );
}
