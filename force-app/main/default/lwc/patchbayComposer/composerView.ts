import { LightningElement, api } from 'lwc';
import type {
    FilledReplyView,
    MailAddress,
    Possibility,
    PresenceView,
    SignatureView,
    WrittenKind,
} from 'c/patchbayProtocol';
import { findProblems, hasProblems, type WrittenText } from 'c/patchbayRules';
import { labels } from './labels';

interface Upload {
    key: string;
    id: number | null;
    filename: string;
    contentType: string;
    size: number;
    progress: number | null;
    error: string | null;
}
interface Refused {
    message: string;
    nextStep: string | null;
}

/** What the template reads, and what follows from it. */
export class ComposerView extends LightningElement {
    @api kind: WrittenKind = 'reply';
    @api to: readonly string[] = [];
    @api cc: readonly string[] = [];
    @api bcc: readonly string[] = [];
    @api subject = '';
    /** The customer's own words, which a subject may hold whatever they are (E7). */
    @api threadWords = '';
    /** Whose names are known. */
    @api known: readonly MailAddress[] = [];
    @api canForward = false;
    /** Which message is forwarded. */
    @api forwardsText = '';
    /** Which message is answered, where it is not the newest. */
    @api answersText = '';
    @api text = '';
    /** Formatted text; null: plain. */
    @api html: string | null = null;
    @api sendAt: number | null = null;
    /** Those within the text, too: sending waits for them. */
    @api allUploads: readonly Upload[] | null = null;
    @api uploads: readonly Upload[] = [];
    /** The note for the away original agent (E5), posted with the reply; null where none is due. */
    @api tagging: string | null = null;
    @api can: Possibility = { allowed: true, reason: null, nextStep: null };
    @api canClose = false;
    /** What is left to do where nothing may be written: a button that fires `next`. */
    @api nextLabel: string | null = null;
    /** The customer's: where to write instead of to an address that nobody reads (E7). */
    @api addressOnRecord: string | null = null;
    @api quickReplies: readonly FilledReplyView[] = [];
    @api signature: SignatureView | null = null;
    @api draftText = '';
    @api busy = false;
    @api refusal: Refused | null = null;
    @api agents: readonly PresenceView[] = [];
    @api noteText = '';
    @api noteBusy = false;
    @api noteRefusal: Refused | null = null;
    @api mode: 'reply' | 'note' = 'reply';

    labels = labels;

    get classes(): string {
        const idle =
            !this.isNote &&
            this.text === '' &&
            this.html === null &&
            this.kind === 'reply' &&
            this.uploads.length === 0 &&
            !this.refusal;
        return `composer${this.isNote ? ' composer_note' : ''}${idle ? ' composer_idle' : ''}`;
    }
    get isNote(): boolean {
        return this.mode === 'note';
    }
    get replySelected(): string {
        return String(!this.isNote);
    }
    get noteSelected(): string {
        return String(this.isNote);
    }
    get cannotReply(): boolean {
        return !this.can.allowed;
    }
    get uploading(): boolean {
        return (this.allUploads ?? this.uploads).some((file) => file.id === null && !file.error);
    }
    get texts(): WrittenText[] {
        return [
            { field: 'subject', text: this.subject, customersWords: this.threadWords },
            { field: 'body', text: this.text },
        ];
    }
    get recipients(): string[] {
        return [...this.to, ...this.cc, ...this.bcc];
    }
    /** What the server would refuse; the checks above the buttons say why. */
    private get isRefused(): boolean {
        const { texts, recipients, addressOnRecord } = this;
        return hasProblems(findProblems({ texts, recipients, addressOnRecord }));
    }
    /** An emptied note keeps its field: it is to be written, not skipped (E5). */
    get isTagging(): boolean {
        return this.tagging !== null;
    }
    get cannotSend(): boolean {
        const isEmpty = this.text.trim() === '' && this.kind !== 'forward' && !this.html?.includes('<img');
        const isNothing = isEmpty || this.tagging?.trim() === '' || this.to.length === 0;
        return this.busy || this.uploading || isNothing || this.isRefused;
    }
    get isNew(): boolean {
        return this.kind === 'new';
    }
    /** What a discarded mail would take along. */
    get isWritten(): boolean {
        return this.text.trim() !== '' || this.subject.trim() !== '' || this.uploads.length > 0;
    }
    get isRich(): boolean {
        return this.html !== null;
    }
    get placeholder(): string {
        return this.isNew ? labels.mailPlaceholder : labels.replyPlaceholder;
    }
    get formatText(): string {
        return this.isRich ? labels.plainText : labels.formatText;
    }
    get sendText(): string {
        return this.sendAt === null ? labels.send : labels.schedule;
    }
    get waitText(): string {
        return this.uploading ? labels.waitForUploads : '';
    }
}
