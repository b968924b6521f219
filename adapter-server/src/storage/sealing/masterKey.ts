import { randomBytes, randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KEY_BYTES } from './cipher.ts';

const FILE = 'secret.key';

/**
 * The key in the data directory (0600), made at the first start. Only for the embedded database, which one process at a
 * time serves: several servers on one PostgreSQL must share a key, and do so by the variable.
 */
export async function keyInDirectory(directory: string): Promise<Buffer> {
    const path = join(directory, FILE);
    await mkdir(directory, { recursive: true });
    const kept = await readKey(path);
    if (kept) return kept;
    // Written aside and linked, so that a crash leaves a whole key or none.
    const aside = `${path}.${randomUUID()}`;
    await writeFile(aside, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
    await link(aside, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error;
    });
    await unlink(aside);
    const made = await readKey(path);
    if (!made) throw new Error(`${path} cannot be read back.`);
    return made;
}

async function readKey(path: string): Promise<Buffer | null> {
    let text: string;
    try {
        text = await readFile(path, 'utf8');
    } catch (error) {
        if (isNoFile(error)) return null;
        throw error;
    }
    const key = Buffer.from(text.trim(), 'base64');
    if (key.length !== KEY_BYTES)
        throw new Error(
            `${path} holds no key (32 bytes in base64). Put the right one back from your backup; without it, move the file away and enter the mailboxes' credentials anew.`,
        );
    await chmod(path, 0o600);
    return key;
}

const isNoFile = (error: unknown): boolean =>
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
