import { randomBytes } from 'node:crypto';
import type { Transaction } from '../transaction.ts';
import { KEY_BYTES, seal, UnreadableSecretError, unseal } from './cipher.ts';
import {
    insertKey,
    listKeys,
    retireKeys,
    saveWrapped,
    takeKeysTurn,
    type WrappedKey,
} from './encryptionKeys.ts';

export interface Sealed {
    readonly keyId: number;
    readonly sealed: Buffer;
}
type On = Pick<Transaction, 'run'>;

const WRAPPING = 'encryption_key';
export const KEY_LOST =
    'The credentials cannot be read: they were sealed with another key. Put the old PATCHBAY_SECRET_KEY (or secret.key in the data directory) back and start again, or enter them anew.';

/**
 * Seals secrets of the database (E11: "credentials encrypted"). They are sealed with keys that are rows; those rows are
 * wrapped by a key that is not in the database, so that a copy of the database alone opens nothing.
 */
export class SecretBox {
    /** The first wraps; the others are earlier ones that may still unwrap. Empty: nothing can be sealed. */
    readonly #masters: readonly Uint8Array[];

    constructor(masters: readonly Uint8Array[]) {
        this.#masters = masters;
    }

    get canSeal(): boolean {
        return this.#masters.length > 0;
    }

    async seal(tx: Transaction, secret: string, context: string): Promise<Sealed> {
        const key = await this.#newest(tx);
        return { keyId: key.id, sealed: seal(key.bytes, Buffer.from(secret), context) };
    }

    /** Throws UnreadableSecretError, with words for an admin. */
    async open(on: On, { keyId, sealed }: Sealed, context: string): Promise<string> {
        const row = (await listKeys(on)).find(({ id }) => id === keyId);
        const key = row && this.#unwrap(row);
        if (!key) throw new UnreadableSecretError(KEY_LOST);
        return unseal(key.bytes, sealed, context).toString();
    }

    /** A new key from here on; the caller seals again what there is, then `retire` drops the old ones. */
    async rotate(tx: Transaction): Promise<number> {
        await takeKeysTurn(tx);
        return (await this.#make(tx)).id;
    }
    retire = (tx: Transaction, newest: number): Promise<unknown> => retireKeys(tx, newest);

    /** At the start: keys wrapped by an earlier master are wrapped by the present one. @returns ids nobody can unwrap */
    async rewrap(tx: Transaction): Promise<number[]> {
        const rows = await listKeys(tx);
        const lost: number[] = [];
        for (const row of rows) {
            const key = this.#unwrap(row);
            if (!key) lost.push(row.id);
            else if (key.master > 0) await saveWrapped(tx, row.id, this.#wrap(key.bytes));
        }
        return lost;
    }

    async #newest(tx: Transaction): Promise<{ id: number; bytes: Uint8Array }> {
        await takeKeysTurn(tx);
        // One that cannot be unwrapped seals nothing more: a new one takes its place.
        const [row] = await listKeys(tx);
        const key = row && this.#unwrap(row);
        return row && key ? { id: row.id, bytes: key.bytes } : this.#make(tx);
    }

    async #make(tx: Transaction): Promise<{ id: number; bytes: Uint8Array }> {
        const bytes = randomBytes(KEY_BYTES);
        return { id: await insertKey(tx, this.#wrap(bytes)), bytes };
    }

    #wrap(bytes: Uint8Array): Buffer {
        const [master] = this.#masters;
        if (!master) throw new Error('There is no PATCHBAY_SECRET_KEY to seal secrets with.');
        return seal(master, bytes, WRAPPING);
    }

    #unwrap({ wrapped }: WrappedKey): { bytes: Uint8Array; master: number } | null {
        for (const [master, key] of this.#masters.entries())
            try {
                return { bytes: unseal(key, wrapped, WRAPPING), master };
            } catch (error) {
                if (!(error instanceof UnreadableSecretError)) throw error;
            }
        return null;
    }
}
