import type { InteractionDetail, Reply } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import type { Draft } from './draft';

export type Close = { dispositionId: number; notes: string };
export interface Sending {
    readonly draft: Draft;
    readonly close: Close | null;
    readonly taggingNote: string | null;
    readonly sendAt: number | null;
}
type Sent = Reply<{ messageId: number; leavesAt: number | null }>;

/** Each kind of mail has its own command; what it says is the same. */
export function sendMail(detail: InteractionDetail, sending: Sending): Promise<Sent> {
    const { draft, close, taggingNote, sendAt } = sending;
    const mail = {
        interactionId: detail.summary.id,
        text: draft.text,
        html: draft.html,
        to: draft.to === null ? null : [...draft.to],
        cc: [...draft.cc],
        bcc: [...draft.bcc],
        subject: draft.subject,
        uploads: draft.uploads.map(({ id }) => id),
        sendAt,
    };
    const session = getSession();
    switch (draft.kind) {
        case 'forward':
            return session.command('sendForward', {
                ...mail,
                messageId: draft.forwards ?? detail.forwards ?? 0,
            });
        case 'new':
            return session.command('sendNewMail', {
                ...mail,
                to: mail.to ?? [detail.summary.customer.address],
                close,
            });
        case 'reply':
        case 'reply_all':
            return session.command('sendReply', {
                ...mail,
                kind: draft.kind,
                messageId: draft.answers,
                taggingNote,
                close,
            });
    }
}
