import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openContactCenter } from '../../../test/firstRunCenter.ts';
import { listMailboxes } from '../../storage/mailboxes.ts';
import { SecretBox } from '../../storage/sealing/secretBox.ts';
import { openSecret } from './mailboxSecrets.ts';
import { rotateEncryptionKey, sealPlainPasswords } from './sealedMailboxes.ts';

describe('E11: passwords that stand readable in the database', () => {
    const box = new SecretBox([Buffer.alloc(32, 5)]);
    let center: Awaited<ReturnType<typeof openContactCenter>>;
    beforeAll(async () => {
        center = await openContactCenter();
        const [queue] = await center.rows<{ id: number }>(`select id from queues limit 1`);
        await center.rows(
            `insert into mailboxes (address, display_name, queue_id, kind, imap, changed_at)
             values ('desk@example.com', 'Desk', $1, 'imap', '{"host": "h", "user": "u", "password": "hunter2"}', 0),
                    ('other@example.com', 'Other', $1, 'imap', '{"host": "h", "user": "u", "passwordEnv": "X"}', 0)`,
            [queue?.id],
        );
    });
    afterAll(() => center.close());
    const text = async (): Promise<string> =>
        JSON.stringify(await center.rows(`select imap, encode(secret, 'escape') as secret from mailboxes`));
    const secrets = async () => {
        const on = { run: center.store.read.bind(center.store) };
        const imap = (await listMailboxes(on)).filter(({ kind }) => kind === 'imap');
        return Promise.all(imap.map((mailbox) => openSecret(on, box, mailbox)));
    };

    it('stay where there is no key, and are counted', async () => {
        const none = new SecretBox([]);
        expect(await center.inTransaction((tx) => sealPlainPasswords(tx, none))).toBe(1);
        expect(await text()).toContain('hunter2');
    });

    it('are sealed, and only those', async () => {
        expect(await center.inTransaction((tx) => sealPlainPasswords(tx, box))).toBe(0);
        expect(await text()).not.toContain('hunter2');
        expect(await text()).toContain('passwordEnv');
        expect(await secrets()).toEqual([{ password: 'hunter2' }, {}]);
    });

    it('are sealed anew with a new key, and the old key goes', async () => {
        const before = await center.rows<{ id: number }>(`select id from encryption_keys`);
        expect(await center.command(rotateEncryptionKey(box), {})).toEqual({
            ok: true,
            value: { resealed: 1, unreadable: 0 },
        });
        expect(await secrets()).toEqual([{ password: 'hunter2' }, {}]);
        const after = await center.rows<{ id: number }>(`select id from encryption_keys`);
        expect(after).toHaveLength(1);
        expect(after).not.toEqual(before);
    });
});
