import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * E2: "then a signed reply token (plus-address)". The token names the interaction and is signed, so that nobody can
 * write into a thread by counting numbers. Base32 in lower case, because mail systems change the case of local parts.
 *
 *   token = base32( HMAC-SHA256(secret, "reply-token:" id) cut to 10 bytes, then the id big-endian )
 */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const MAC_BYTES = 10;
const MOST_ID_BYTES = 7;

export function signReplyToken(interactionId: number, secret: string | Uint8Array): string {
    if (!Number.isSafeInteger(interactionId) || interactionId < 1) {
        throw new RangeError('An interaction id is a positive integer.');
    }
    return base32(Buffer.concat([macOf(interactionId, secret), idBytes(interactionId)]));
}

/** The interaction, or null for anything that this secret did not sign. */
export function verifyReplyToken(token: string, secret: string | Uint8Array): number | null {
    const bytes = fromBase32(token.toLowerCase());
    if (bytes === null || bytes.length <= MAC_BYTES || bytes.length > MAC_BYTES + MOST_ID_BYTES) return null;
    const id = bytes.subarray(MAC_BYTES).reduce((value, byte) => value * 256 + byte, 0);
    if (!Number.isSafeInteger(id) || id < 1) return null;
    return timingSafeEqual(bytes.subarray(0, MAC_BYTES), macOf(id, secret)) &&
        signReplyToken(id, secret) === token.toLowerCase()
        ? id
        : null;
}

function macOf(interactionId: number, secret: string | Uint8Array): Buffer {
    return createHmac('sha256', secret)
        .update(`reply-token:${interactionId}`)
        .digest()
        .subarray(0, MAC_BYTES);
}

function idBytes(id: number): Buffer {
    const bytes: number[] = [];
    for (let rest = id; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
    return Buffer.from(bytes);
}

function base32(bytes: Uint8Array): string {
    let out = '';
    let held = 0;
    let bits = 0;
    for (const byte of bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5) out += ALPHABET[(held >>> (bits - 5)) & 31];
        held &= 0xff;
    }
    return bits > 0 ? out + ALPHABET[(held << (5 - bits)) & 31] : out;
}

function fromBase32(text: string): Buffer | null {
    const bytes: number[] = [];
    let held = 0;
    let bits = 0;
    for (const char of text) {
        const value = ALPHABET.indexOf(char);
        if (value === -1) return null;
        held = ((held << 5) | value) & 0xfff;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push((held >>> bits) & 0xff);
        }
    }
    return Buffer.from(bytes);
}
