import { LightningElement, api } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type {
    DraftView,
    FilledReplyView,
    InteractionDetail,
    MailAddress,
    MessageView,
    Possibility,
    PresenceView,
    QueryResult,
    SignatureView,
} from 'c/patchbayProtocol';
import { findProblems, hasProblems, threadWords } from 'c/patchbayRules';
import { getSession } from 'c/patchbaySession';
import { chosenAnswer, defaultSubject, defaultTo, EMPTY_DRAFT, type Draft } from './draft';
import type { DraftState } from './draftKeeper';
import { labels } from './labels';
import type { Upload } from './uploads';

interface Refused {
    message: string;
    nextStep: string | null;
}

const isUnread = (recipients: readonly string[], addressOnRecord: string): boolean =>
    hasProblems(findProblems({ texts: [], recipients: [...recipients], addressOnRecord }));

/** What the template reads: everything that follows from the interaction and what is typed. */
export class ReplyView extends LightningElement {
    @api
    get detail(): InteractionDetail {
        return this.given;
    }
    set detail(value: InteractionDetail) {
        this.given = value;
        this.received(value);
    }
    @api agents: readonly PresenceView[] = [];

    labels = labels;
    private given!: InteractionDetail;
    /** Its files stand in `uploads`, those that are on their way as well. */
    draft: Draft = EMPTY_DRAFT;
    uploads: readonly Upload[] = [];
    sendAt: number | null = null;
    note = '';
    noteBusy = false;
    noteRefusal: Refused | null = null;
    mode: 'reply' | 'note' = 'reply';
    busy = false;
    refusal: Refused | null = null;
    newer: DraftView | null = null;
    protected help: QueryResult<'getWritingHelp'> | null = null;
    protected draftState: DraftState = 'none';
    protected typedTagging: string | null = null;

    /** The interaction was read anew. */
    protected received(_detail: InteractionDetail): void {
        // What is typed is not the view's.
    }

    get interactionId(): number {
        return this.detail.summary.id;
    }
    /** What nobody reads an answer to can still be sent on to somebody else. */
    get can(): Possibility {
        return this.canWrite(this.draft);
    }
    /** A chosen message has its own answer to whether a reply to it is read (E7); the rest is the interaction's. */
    protected canWrite(wanted: Pick<Draft, 'kind' | 'answers'>): Possibility {
        const { can } = this.detail;
        if (wanted.kind === 'forward') return can.forward;
        const chosen = wanted.kind === 'new' ? null : chosenAnswer(wanted, this.detail);
        if (!chosen?.answer) return can.reply;
        return can.forward.allowed ? chosen.answer.can : can.forward;
    }
    get addressOnRecord(): string {
        return this.detail.summary.customer.address;
    }
    get quickReplies(): readonly FilledReplyView[] {
        return this.help?.quickReplies ?? [];
    }
    get signature(): SignatureView | null {
        return this.help?.signature ?? null;
    }
    get to(): readonly string[] {
        return this.draft.to ?? defaultTo(this.draft, this.detail);
    }
    get subject(): string {
        return this.draft.subject ?? defaultSubject(this.draft, this.detail);
    }
    get threadWords(): string {
        return threadWords(defaultSubject(this.draft, this.detail));
    }
    get known(): MailAddress[] {
        const { replyTo, replyAll, summary } = this.detail;
        const chosen = chosenAnswer(this.draft, this.detail)?.answer;
        const theirs = chosen ? [...chosen.to, ...chosen.all.to, ...chosen.all.cc] : [];
        return [summary.customer, ...replyTo, ...replyAll.to, ...replyAll.cc, ...theirs];
    }
    get timeZone(): string {
        return getSession().state.me?.timeZone ?? 'UTC';
    }
    get canForward(): boolean {
        return this.detail.forwards !== null && this.detail.can.forward.allowed;
    }
    /** Which message goes on, so that nobody forwards another than they mean. */
    get forwardsText(): string {
        if (this.draft.kind !== 'forward') return '';
        const wanted = this.draft.forwards ?? this.detail.forwards;
        const message = this.detail.messages.find(({ id }) => id === wanted);
        return message ? this.naming(labels.forwards, message) : labels.forwardsGone;
    }
    /** Which message is answered where it is not the newest, which one expects. */
    get answersText(): string {
        const { kind, answers } = this.draft;
        if (answers === null || kind === 'forward' || kind === 'new') return '';
        const { messages } = this.detail;
        const newest = messages.findLast((one) => one.direction === 'inbound' && one.kind === 'message');
        if (newest?.id === answers) return '';
        const message = chosenAnswer(this.draft, this.detail);
        return message ? this.naming(labels.answers, message) : labels.answersGone;
    }
    private naming(words: string, { agent, from, at }: MessageView): string {
        const { timeZone } = this;
        const when = new Intl.DateTimeFormat(undefined, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone,
        });
        return fill(words, agent?.name ?? personName(from), when.format(at));
    }
    get files(): readonly Upload[] {
        return this.uploads.filter(({ inline }) => !inline);
    }
    get canClose(): boolean {
        return this.detail.can.close.allowed && this.draft.kind !== 'forward';
    }
    /** E7, and what is Closed: the next step is a new mail to the customer. */
    get newMailLabel(): string | null {
        const { can, summary } = this.detail;
        const { address } = summary.customer;
        // A new mail there would be refused like the reply.
        if (can.reply.allowed || isUnread([address], address)) return null;
        const elsewhere = summary.status === 'closed' || isUnread(this.to, address);
        return elsewhere ? fill(labels.newMailTo, address) : null;
    }
    /** In the utility the header has scrolled away by now. */
    get nextLabel(): string | null {
        return this.newMailLabel ?? (this.detail.can.dismiss.allowed ? labels.dismiss : null);
    }
    get tagging(): string | null {
        const due = this.detail.originalAgentBanner?.taggingNote ?? null;
        return due === null ? null : (this.typedTagging ?? due);
    }
    get isGone(): boolean {
        return this.draftState === 'gone';
    }
    get draftText(): string {
        if (this.mode === 'note') return '';
        switch (this.draftState) {
            case 'saved':
                return labels.draftSaved;
            case 'typing':
                return labels.draftTyping;
            case 'gone':
                return labels.draftHere;
            case 'here':
                return getSession().state.phase === 'offline' ? labels.draftHere : labels.draftTyping;
            case 'conflict':
                return labels.draftNotSaved;
            case 'none':
                return '';
        }
    }
}
