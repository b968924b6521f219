import { paragraphs } from 'c/patchbayFormat';
import { forwardSubject, replySubject } from 'c/patchbayRules';
import type {
    AttachmentView,
    DraftView,
    InteractionDetail,
    MessageView,
    WrittenKind,
} from 'c/patchbayProtocol';

/** What the agent has typed and not sent. */
export interface Draft {
    readonly kind: WrittenKind;
    readonly text: string;
    /** null: plain text. */
    readonly html: string | null;
    /** null: those that the answered message gives. */
    readonly to: readonly string[] | null;
    readonly cc: readonly string[];
    readonly bcc: readonly string[];
    readonly subject: string | null;
    /** The message that a forward sends on. */
    readonly forwards: number | null;
    /** The message that a reply answers; null: the newest of the customer. */
    readonly answers: number | null;
    readonly uploads: readonly AttachmentView[];
}

export const EMPTY_DRAFT: Draft = {
    kind: 'reply',
    text: '',
    html: null,
    to: null,
    cc: [],
    bcc: [],
    subject: null,
    forwards: null,
    answers: null,
    uploads: [],
};

export function draftOf(view: DraftView): Draft {
    const { kind, text, html, to, cc, bcc, subject, forwards, answers, uploads } = view;
    return { kind, text, html, to, cc, bcc, subject, forwards, answers, uploads };
}

/** A new mail's addresses were chosen before anything was typed: they alone are worth keeping. */
export function isEmpty(draft: Draft): boolean {
    const copies = draft.cc.length + draft.bcc.length + draft.uploads.length;
    return draft.text === '' && copies === 0 && draft.kind !== 'new' && draft.kind !== 'forward';
}

const asHtml = ({ html, text }: Draft): string => html ?? paragraphs(text);

/** What could not be sent, and below it what was typed since; its addresses and subject are those of the first. */
export function joined(first: Draft | null, typed: Draft): Draft {
    if (!first) return typed;
    const isPlain = first.html === null && typed.html === null;
    return {
        ...first,
        text: typed.text === '' ? first.text : `${first.text}\n\n${typed.text}`,
        html: isPlain ? null : `${asHtml(first)}${asHtml(typed)}`,
        uploads: [...first.uploads, ...typed.uploads],
    };
}

/** What was kept in this browser, of any release. */
export function readDraft(kept: Partial<Draft>): Draft | null {
    if (typeof kept.text !== 'string' || !Array.isArray(kept.cc) || !Array.isArray(kept.uploads)) return null;
    return { ...EMPTY_DRAFT, ...kept };
}

const addresses = (list: readonly { address: string }[]): string[] => list.map(({ address }) => address);

/** What the defaults follow from. */
type Wanted = Pick<Draft, 'kind' | 'forwards' | 'answers'>;

/** The message that was chosen to be answered; null: none was, or it is no longer in this thread. */
export function chosenAnswer(
    { answers }: Pick<Draft, 'answers'>,
    detail: InteractionDetail,
): MessageView | null {
    return detail.messages.find(({ id, answer }) => id === answers && answer !== null) ?? null;
}

/** Where it goes as long as the agent has chosen nothing else. */
export function defaultTo(wanted: Wanted, detail: InteractionDetail): string[] {
    const { kind } = wanted;
    if (kind === 'forward') return [];
    if (kind === 'new') return [detail.summary.customer.address];
    const chosen = chosenAnswer(wanted, detail)?.answer;
    if (kind === 'reply_all') return addresses((chosen?.all ?? detail.replyAll).to);
    return addresses(chosen?.to ?? detail.replyTo);
}
export function defaultCc(wanted: Wanted, detail: InteractionDetail): string[] {
    if (wanted.kind !== 'reply_all') return [];
    return addresses((chosenAnswer(wanted, detail)?.answer?.all ?? detail.replyAll).cc);
}
export function defaultSubject(wanted: Wanted, detail: InteractionDetail): string {
    const { kind, forwards } = wanted;
    if (kind === 'new') return '';
    if (kind !== 'forward') {
        const answered = chosenAnswer(wanted, detail)?.subject.trim();
        return answered ? replySubject(answered) : detail.subjects.reply;
    }
    const chosen = detail.messages.find(({ id }) => id === forwards)?.subject.trim();
    return chosen ? forwardSubject(chosen) : detail.subjects.forward;
}
