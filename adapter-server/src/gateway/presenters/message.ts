import { customerWroteSince } from '../../core/policies/scheduledMail.ts';
import type { AttachmentView, MessageView } from '../../protocol/views.ts';
import type { Attachment } from '../../storage/attachments.ts';
import type { Message } from '../../storage/messages.ts';
import { agentRefOrNull, type MailDisplay, type Presenting } from './presenting.ts';

export interface MailShowing extends Presenting {
    readonly display: MailDisplay;
    readonly showRemote: boolean;
    /** When the customer wrote. */
    readonly customerMessages?: readonly number[];
    /** A link to an inline image that needs no header, since an <img> cannot send one. */
    readonly inlineUrl: (attachmentId: number) => string;
    readonly answerTo: (message: Message) => MessageView['answer'];
}

export const presentAttachment = (file: Attachment): AttachmentView => ({
    id: file.id,
    filename: file.filename,
    contentType: file.contentType,
    size: file.size,
    inline: file.inline,
    forwardedFrom: file.forwardedFrom,
});

export function presentMessage(
    message: Message,
    attachments: readonly Attachment[],
    showing: MailShowing,
): MessageView {
    const body = showing.display.showMail(bodyOf(message), {
        ...showOptions(attachments, showing),
        key: keyOf(message, attachments, showing),
    });
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
        text: body.text,
        html: body.html,
        blockedRemote: body.blockedRemote,
        folded: body.folded,
        attachments: attachments.map(presentAttachment),
        answer: showing.answerTo(message),
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
        refused: message.refused,
        leavesAt: stays ? sendAt : null,
        scheduled: stays && scheduled,
        customerWroteSince:
            stays && scheduled && customerWroteSince(message.at, showing.customerMessages ?? []),
        canUndo: stays && message.agentId === showing.viewer.agentId,
    };
}

export const bodyOf = ({ textBody, htmlBody }: Message) => ({ text: textBody, html: htmlBody });

/** A stored message never changes; its inline images do by the hour, as the links to them are good for a time. */
const keyOf = (
    { id }: Message,
    attachments: readonly Attachment[],
    { showRemote, inlineUrl }: MailShowing,
): string => {
    const images = attachments.filter(({ contentId }) => contentId !== null);
    return [id, showRemote, ...images.map((file) => inlineUrl(file.id))].join(' ');
};

export const showOptions = (
    attachments: readonly Attachment[],
    { showRemote, inlineUrl }: Pick<MailShowing, 'showRemote' | 'inlineUrl'>,
) => ({
    showRemote,
    cidUrl: (contentId: string): string | null => {
        const file = attachments.find((each) => each.contentId === contentId);
        return file ? inlineUrl(file.id) : null;
    },
});
