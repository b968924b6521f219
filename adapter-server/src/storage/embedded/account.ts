import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The account PostgreSQL runs under when Patchbay itself runs as root, which PostgreSQL refuses to do. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * @param dataDirectory whose cluster, if there is one already, keeps the account that it belongs to
 * @returns `postgres`, else `nobody`; undefined when this process is not root and keeps its own account
 */
export function unprivilegedAccount(dataDirectory: string): Account | undefined {
    if (process.getuid?.() !== 0) return undefined;
    const owner = statSync(join(dataDirectory, 'postgres'), { throwIfNoEntry: false });
    if (owner && owner.uid !== 0) return { name: `user ${owner.uid}`, uid: owner.uid, gid: owner.gid };
    const accounts = accountsIn(readFileSync('/etc/passwd', 'utf8'));
    const found = accounts.get('postgres') ?? accounts.get('nobody');
    if (!found)
        throw new Error('PostgreSQL cannot run as root, and there is neither an account postgres nor nobody');
    return found;
}

/** @param passwd the text of /etc/passwd */
export function accountsIn(passwd: string): ReadonlyMap<string, Account> {
    const accounts = new Map<string, Account>();
    for (const line of passwd.split('\n')) {
        const [name = '', , uid, gid] = line.split(':');
        if (Number(uid) > 0 && Number(gid) > 0)
            accounts.set(name, { name, uid: Number(uid), gid: Number(gid) });
    }
    return accounts;
}

/** Whether the account may walk down to this existing directory: a clone under /root is closed to it. */
export function canReach(account: Account, directory: string): boolean {
    const { mode, uid, gid } = statSync(directory);
    const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & execute) === 0) return false;
    const parent = dirname(directory);
    return parent === directory || canReach(account, parent);
}
