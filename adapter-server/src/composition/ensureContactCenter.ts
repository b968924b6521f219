import type { Logger } from 'pino';
import { readFirstRunFile, type Config } from '../config.ts';
import { hashPassword } from '../gateway/authentication/passwords.ts';
import { readOrganization } from '../storage/organization.ts';
import type { Store } from '../storage/transaction.ts';
import { setUpContactCenter } from '../workflows/setUpContactCenter.ts';

/** Reads the first-run file where the database is empty; says what to do where there is neither. */
export async function ensureContactCenter(config: Config, store: Store, log: Logger): Promise<void> {
    const reader = { run: store.read.bind(store) };
    if (await readOrganization(reader)) return;
    if (config.contactCenterFile === null)
        throw new Error(
            'The database is empty. Set PATCHBAY_CONFIG to a first-run file (config/demo-contact-center.json is an example) and start again.',
        );
    const file = await readFirstRunFile(config.contactCenterFile);
    const { created } = await store.transaction('setUpContactCenter', (tx) =>
        setUpContactCenter(tx, file, hashPassword),
    );
    if (created) log.info({ file: config.contactCenterFile }, 'contact center set up');
}
