import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { conversationsOf } from './conversations.ts';
import { KeptMail } from './keptMail.ts';
import type { KeptSummary } from './readKept.ts';

let directory: string;
beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'kept-mail-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

it('keeps the newest, as many as it may, and no file of the others', async () => {
    const kept = await KeptMail.open(directory, 2);
    const envelope = { direction: 'received', at: 1, from: '', to: ['maria@example.com'] } as const;
    for (const subject of ['one', 'two', 'three'])
        await kept.add(envelope, Buffer.from(`Subject: ${subject}\r\n\r\nHello`));
    expect(kept.all().map((mail) => mail.subject)).toEqual(['two', 'three']);
    expect((await readdir(directory)).sort()).toEqual(['2.eml', '2.json', '3.eml', '3.json']);
    expect(await kept.raw(1)).toBeNull();
});

const mail = (id: number, messageId: string, references: string[] = [], subject = 'Order'): KeptSummary => ({
    id,
    direction: 'sent',
    at: id,
    from: 'maria@example.com',
    to: [],
    subject,
    fromPerson: { name: '', address: 'maria@example.com' },
    toPersons: [],
    replyTo: [],
    messageId,
    references,
    preview: '',
    attachments: 0,
    bytes: 0,
});
const idsOf = (mails: KeptSummary[]): number[][] =>
    conversationsOf(mails).map((conversation) => conversation.mails.map(({ id }) => id));

it('threads by ids, never by the subject; the newest thread comes first', () => {
    expect(idsOf([mail(1, '<a>'), mail(2, '<b>'), mail(3, '<c>', ['<a>'])])).toEqual([[1, 3], [2]]);
});

it('joins two threads once a mail belongs to both', () => {
    expect(idsOf([mail(1, '<a>'), mail(2, '<b>'), mail(3, '<c>', ['<a>', '<b>'])])).toEqual([[1, 2, 3]]);
});
