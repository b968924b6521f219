import { mailFormat } from '../src/channels/email/sending/mailFormat.ts';
import { buildPlusAddress, parsePlusAddress } from '../src/channels/email/plusAddress.ts';
import { signReplyToken, verifyReplyToken } from '../src/channels/email/replyToken.ts';
import type { Duration } from '../src/core/duration.ts';
import { storeUpload } from '../src/workflows/access/storeUpload.ts';
import { resendMail } from '../src/workflows/resendMail.ts';
import { sendForward } from '../src/workflows/sendForward.ts';
import { sendNewMail } from '../src/workflows/sendNewMail.ts';
import { sendReply } from '../src/workflows/sendReply.ts';
import { startMail } from '../src/workflows/startMail.ts';
import type { ContactCenter, TestAgent } from './runningCenter.ts';

/** What agents write in the scenarios. */
const tokens = {
    sign: signReplyToken,
    verify: verifyReplyToken,
    address: buildPlusAddress,
    parse: parsePlusAddress,
};
const parts = { tokens, format: mailFormat };
export const mail = {
    reply: sendReply(parts),
    forward: sendForward(parts),
    start: startMail(tokens),
    sendNew: sendNewMail(parts),
    resend: resendMail(tokens),
};
export const plain = { cc: [], bcc: [], uploads: [] };

export const setUndoFor = (center: ContactCenter, length: Duration): Promise<unknown> =>
    center.pool.query('update organization set undo_send_for = $1', [length]);

export const uploads = (
    center: ContactCenter,
    agent: TestAgent,
    file: { filename: string; contentType: string; bytes: Buffer; inline?: boolean },
): Promise<number> => center.store.transaction('test', (tx) => storeUpload(tx, agent.id, file));

export const draftOf = async (center: ContactCenter, interactionId: number) =>
    (await center.pool.query('select * from drafts where interaction_id = $1', [interactionId])).rows[0];
export const newestMessage = async (center: ContactCenter, interactionId: number): Promise<number> =>
    (
        await center.pool.query<{ id: number }>(
            'select max(id)::int as id from messages where interaction_id = $1',
            [interactionId],
        )
    ).rows[0]?.id ?? 0;
