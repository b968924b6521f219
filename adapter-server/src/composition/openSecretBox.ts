import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { keyInDirectory } from '../storage/sealing/masterKey.ts';
import { KEY_LOST, SecretBox } from '../storage/sealing/secretBox.ts';
import type { Store } from '../storage/transaction.ts';

/** The key of PATCHBAY_SECRET_KEY, or with the embedded database that of its data directory. */
export async function openSecretBox(config: Config, store: Store, log: Logger): Promise<SecretBox> {
    const own = config.databaseUrl === null ? [await keyInDirectory(config.dataDirectory)] : [];
    const box = new SecretBox([...config.secretKeys, ...own]);
    const lost = await store.transaction('rewrapKeys', (tx) => box.rewrap(tx));
    // Mail of the intake, agents and their work need no key: the server starts, and the mailboxes say what is wrong.
    if (lost.length > 0) log.error({ keys: lost }, KEY_LOST);
    return box;
}
