import type { WrittenKind } from '../../core/policies/sendingEffects.ts';
import type { MailFormat } from '../../ports/mailFormat.ts';
import type { ReplyTokens } from '../../ports/replyTokens.ts';
import type { DraftContent } from '../../storage/drafts.ts';

/** What a mail is made with. */
export interface WritingParts {
    readonly tokens: ReplyTokens;
    readonly format: MailFormat;
}

/** A mail as an agent wrote it; what is absent the answered message decides. */
export interface WrittenMail {
    readonly text: string;
    readonly html?: string | null | undefined;
    readonly to?: readonly string[] | null | undefined;
    readonly cc: readonly string[];
    readonly bcc?: readonly string[] | undefined;
    readonly subject?: string | null | undefined;
    readonly uploads: readonly number[];
    /** Scheduled for then. */
    readonly sendAt?: number | null | undefined;
}

export interface SentMail {
    readonly messageId: number;
    /** Until then it can be taken back; null where it leaves at once. */
    readonly leavesAt: number | null;
}

/** What it was before it was sent. */
export const draftOf = (
    kind: WrittenKind,
    mail: WrittenMail,
    { forwards, answers }: Pick<DraftContent, 'forwards' | 'answers'>,
): DraftContent => ({
    kind,
    text: mail.text,
    html: mail.html ?? null,
    to: mail.to ? [...mail.to] : null,
    cc: [...mail.cc],
    bcc: [...(mail.bcc ?? [])],
    subject: mail.subject ?? null,
    forwards,
    answers,
    uploads: [...mail.uploads],
    scheduledFor: mail.sendAt ?? null,
});
