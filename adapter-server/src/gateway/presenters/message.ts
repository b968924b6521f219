import { customerWroteSince } from '../../core/policies/scheduledMail.ts';
import type { AttachmentView, MessageView } from '../../protocol/views.ts';
import type { Attachment } from '../../storage/attachments.ts';
import type { Message } from '../../storage/messages.ts';
import { agentRefOrNull, type PresentHtml, type Presenting } from './presenting.ts';

export interface MailShowing extends Presenting {
    readonly html: PresentHtml;
    readonly showRemote: boolean;
    /** When the customer wrote. */
    readonly customerMessages?: readonly number[];
    /** A link to an inline image that needs no header, since an <img> cannot send one. */
    readonly inlineUrl: (attachmentId: number) => string;
}

export const presentAttachment = (file: Attachment): AttachmentView => ({
    id: file.id,
    filename: file.filename,
    contentType: file.contentType,
    size: file.size,
    inline: file.inline,
});

/** Characters: beyond them a mail's text is shown in part. The record keeps it whole, and the raw mail is a download. */
const MOST_TEXT = 1_000_000;

export function presentMessage(
    message: Message,
    attachments: readonly Attachment[],
    showing: MailShowing,
): MessageView {
    const html = presentBody(message, attachments, showing);
    const isLong = message.textBody.length > MOST_TEXT;
    return {
        id: message.id,
        direction: message.direction,
        kind: message.kind,
        from: { name: message.fromName, address: message.fromAddress },
        to: message.recipients.map(({ name, address }) => ({ name, address })),
        cc: message.cc.map(({ name, address }) => ({ name, address })),
        bcc: message.bcc.map(({ name, address }) => ({ name, address })),
        subject: message.subject,
        at: message.at,
        agent: agentRefOrNull(showing.names, message.agentId),
        text: showing.html.foldQuoted(isLong ? message.textBody.slice(0, MOST_TEXT) : message.textBody),
        html: html && { visible: html.visible, quoted: html.quoted },
        blockedRemote: html?.blockedRemote ?? 0,
        folded: html ? html.folded : isLong ? 'This mail is larger than 1 MB: its beginning is shown.' : null,
        attachments: attachments.map(presentAttachment),
        authentication: message.authentication && {
            spf: message.authentication.spf,
            dkim: message.authentication.dkim,
            dmarc: message.authentication.dmarc,
        },
        delivery: presentDelivery(message, showing),
    };
}

function presentDelivery(message: Message, showing: MailShowing): MessageView['delivery'] {
    const { deliveryState, sendAt, scheduled } = message;
    if (deliveryState === null) return null;
    const stays = deliveryState === 'waiting' && sendAt !== null && sendAt > showing.now;
    return {
        state: deliveryState,
        detail: message.deliveryDetail,
        at: message.deliveredAt,
        leavesAt: stays ? sendAt : null,
        scheduled: stays && scheduled,
        customerWroteSince:
            stays && scheduled && customerWroteSince(message.at, showing.customerMessages ?? []),
        canUndo: stays && message.agentId === showing.viewer.agentId,
    };
}

/** Folded as it came, then each half made safe: cleaning takes away the marks by which quotes are found. */
function presentBody(message: Message, attachments: readonly Attachment[], showing: MailShowing) {
    if (message.htmlBody === null) return null;
    const { html, showRemote, inlineUrl } = showing;
    const cidUrl = (contentId: string): string | null => {
        const file = attachments.find((each) => each.contentId === contentId);
        return file ? inlineUrl(file.id) : null;
    };
    const halves = html.foldQuotedHtml(message.htmlBody);
    const visible = html.presentHtml(halves.visible, { cidUrl, showRemote });
    const quoted = halves.quoted === null ? null : html.presentHtml(halves.quoted, { cidUrl, showRemote });
    return {
        visible: visible.html,
        quoted: quoted?.html ?? null,
        blockedRemote: visible.blockedRemote + (quoted?.blockedRemote ?? 0),
        folded: visible.folded ?? quoted?.folded ?? null,
    };
}
