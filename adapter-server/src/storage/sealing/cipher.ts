import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Bytes of an AES-256 key. */
export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** What was sealed cannot be opened: another key, another context, or it was tampered with. */
export class UnreadableSecretError extends Error {
    constructor(message: string, cause?: unknown) {
        super(message, { cause });
        this.name = 'UnreadableSecretError';
    }
}

/**
 * AES-256-GCM: nonce, tag, ciphertext.
 *
 * @param context whose secret it is; the same bytes at another row's place do not open
 */
export function seal(key: Uint8Array, content: Uint8Array, context: string): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    cipher.setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

/** Throws UnreadableSecretError. */
export function unseal(key: Uint8Array, sealed: Uint8Array, context: string): Buffer {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
        decipher.setAAD(Buffer.from(context));
        decipher.setAuthTag(tag);
        return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    } catch (error) {
        throw new UnreadableSecretError('It was sealed with another key.', error);
    }
}
