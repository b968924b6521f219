import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openContactCenter } from '../../../test/firstRunCenter.ts';
import { seal, UnreadableSecretError, unseal } from './cipher.ts';
import { keyInDirectory } from './masterKey.ts';
import { SecretBox } from './secretBox.ts';

const key = randomBytes(32);

describe('a sealed secret (E11)', () => {
    it('opens with its key and in its place alone, and never twice the same', () => {
        const sealed = seal(key, Buffer.from('hunter2'), 'mailbox:1');
        expect(unseal(key, sealed, 'mailbox:1').toString()).toBe('hunter2');
        expect(sealed.includes('hunter2')).toBe(false);
        expect(seal(key, Buffer.from('hunter2'), 'mailbox:1').equals(sealed)).toBe(false);
        expect(() => unseal(randomBytes(32), sealed, 'mailbox:1')).toThrow(UnreadableSecretError);
        expect(() => unseal(key, sealed, 'mailbox:2')).toThrow(UnreadableSecretError);
    });

    it.each([0, 12, 28, 34])('does not open with its byte %d changed', (place) => {
        const sealed = seal(key, Buffer.from('hunter2'), 'mailbox:1');
        sealed.writeUInt8(sealed.readUInt8(place) ^ 1, place);
        expect(() => unseal(key, sealed, 'mailbox:1')).toThrow(UnreadableSecretError);
        expect(() => unseal(key, sealed.subarray(0, 5), 'mailbox:1')).toThrow(UnreadableSecretError);
    });
});

describe('the key in the data directory', () => {
    let directory: string;
    beforeAll(async () => {
        directory = await mkdtemp(join(tmpdir(), 'patchbay-key-'));
    });
    afterAll(() => rm(directory, { recursive: true }));

    it('is made once, whoever comes first, and is for its owner alone', async () => {
        const keys = await Promise.all([1, 2, 3].map(() => keyInDirectory(directory)));
        expect(keys.every((one) => one.equals(keys[0] ?? Buffer.alloc(0)))).toBe(true);
        expect((await stat(join(directory, 'secret.key'))).mode & 0o777).toBe(0o600);
    });

    it('says what to do where the file holds something else', async () => {
        await writeFile(join(directory, 'secret.key'), 'no key\n');
        await expect(keyInDirectory(directory)).rejects.toThrow(/Put the right one back/);
    });
});

describe('the keys of the database', () => {
    const [first, second] = [randomBytes(32), randomBytes(32)];
    let center: Awaited<ReturnType<typeof openContactCenter>>;
    beforeAll(async () => {
        center = await openContactCenter();
    });
    afterAll(() => center.close());
    const on = () => ({ run: center.store.read.bind(center.store) });

    it('are wrapped by the present master, and by an earlier one until the next start', async () => {
        const sealed = await center.inTransaction((tx) => new SecretBox([first]).seal(tx, 'hunter2', 'x'));
        const changed = new SecretBox([second, first]);
        expect(await changed.open(on(), sealed, 'x')).toBe('hunter2');
        await expect(new SecretBox([second]).open(on(), sealed, 'x')).rejects.toThrow(/another key/);
        expect(await center.inTransaction((tx) => changed.rewrap(tx))).toEqual([]);
        expect(await new SecretBox([second]).open(on(), sealed, 'x')).toBe('hunter2');
    });

    it('with the master lost are named, and what is entered anew has a key again', async () => {
        const box = new SecretBox([randomBytes(32)]);
        expect(await center.inTransaction((tx) => box.rewrap(tx))).toHaveLength(1);
        const sealed = await center.inTransaction((tx) => box.seal(tx, 'again', 'x'));
        expect(await box.open(on(), sealed, 'x')).toBe('again');
        expect(await center.rows('select id from encryption_keys')).toHaveLength(2);
    });

    it('without a master nothing can be sealed', async () => {
        const box = new SecretBox([]);
        expect(box.canSeal).toBe(false);
        await expect(center.inTransaction((tx) => box.seal(tx, 'x', 'x'))).rejects.toThrow(
            /PATCHBAY_SECRET_KEY/,
        );
    });
});
