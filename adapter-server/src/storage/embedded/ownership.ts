import { lchownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Account } from './account.ts';

/** Gives a directory and all that is in it to the account; nothing to do where there is none. */
export function giveTo(account: Account | undefined, directory: string): void {
    if (!account) return;
    lchownSync(directory, account.uid, account.gid);
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
        lchownSync(join(directory, name), account.uid, account.gid);
    }
}
