import { LightningElement } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type { QueryResult } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

type Mail = QueryResult<'listScheduled'>['items'][number];
interface Refused {
    readonly message: string;
    readonly nextStep: string | null;
}

/**
 * The agent's own mail that waits for its time, below their lists (E6): to be changed, sent now, or not sent. Read when
 * the lists that the session carries are. Fires `open` {interactionId}, bubbling.
 */
export default class PatchbayScheduled extends LightningElement {
    labels = labels;
    opened = false;
    /** What was just done, with the way to its draft. */
    told: { text: string; interactionId: number | null } | null = null;
    refusal: Refused | null = null;
    problem: Refused | null = null;
    private mails: readonly Mail[] | null = null;
    /** Nothing moves under the cursor: what leaves keeps its place, and says so. */
    private still = false;
    private gone: ReadonlySet<number> = new Set();
    private busyId: number | null = null;
    private seen: readonly unknown[] = [];
    private turn = 0;
    private stop?: () => void;

    connectedCallback(): void {
        this.stop = getSession().subscribe(() => this.follow());
        this.follow();
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    get expanded(): string {
        return String(this.opened);
    }
    get icon(): string {
        return this.opened ? 'utility:chevrondown' : 'utility:chevronright';
    }
    get count(): string {
        return this.mails === null ? '' : String(this.mails.length - this.gone.size);
    }
    get isSkeleton(): boolean {
        return this.mails === null && !this.problem;
    }
    get isEmpty(): boolean {
        return this.mails?.length === 0 && !this.problem;
    }
    get rows() {
        return (this.mails ?? []).map((mail) => {
            const subject = mail.subject || labels.noSubject;
            const gone = this.gone.has(mail.messageId);
            return {
                id: mail.messageId,
                subject,
                to: fill(labels.to, mail.to.map(personName).join(', ')),
                leaves: gone ? labels.gone : fill(labels.leaves, this.when(mail.leavesAt)),
                wrote: mail.customerWroteSince && !gone,
                off: gone || this.busyId === mail.messageId,
            };
        });
    }

    toggle(): void {
        this.opened = !this.opened;
    }

    retry(): void {
        void this.load();
    }

    hold(): void {
        this.still = true;
    }

    release(): void {
        this.still = false;
        if (this.gone.size > 0) this.drop();
    }

    handleFocusOut(event: FocusEvent): void {
        const next = event.relatedTarget;
        if (next instanceof Node && this.template?.contains(next)) return;
        if (!this.template?.querySelector('.list:hover')) this.release();
    }

    async handleEdit(event: Event): Promise<void> {
        const interactionId = await this.takeBack(event);
        if (interactionId !== null) this.open(interactionId);
    }

    async handleCancel(event: Event): Promise<void> {
        const mail = this.mailOf(event);
        const interactionId = await this.takeBack(event);
        if (interactionId === null) return;
        this.told = { text: fill(labels.cancelled, mail?.subject || labels.noSubject), interactionId };
    }

    async handleNow(event: Event): Promise<void> {
        const mail = this.mailOf(event);
        if (!mail) return;
        const { messageId } = mail;
        this.begin(messageId);
        const reply = await getSession().command('sendScheduledNow', { messageId });
        if (reply.ok) this.told = { text: fill(labels.sent, mail.subject), interactionId: null };
        this.end(reply, messageId);
    }

    handleOpenDraft(): void {
        const interactionId = this.told?.interactionId ?? null;
        this.told = null;
        if (interactionId !== null) this.open(interactionId);
    }

    forgetRefusal(): void {
        this.refusal = null;
    }

    /** It is a draft again. @returns on which interaction; null where it could not be taken back */
    private async takeBack(event: Event): Promise<number | null> {
        const messageId = this.mailOf(event)?.messageId;
        if (messageId === undefined) return null;
        this.begin(messageId);
        const reply = await getSession().command('undoSend', { messageId });
        this.end(reply, messageId);
        return reply.ok ? reply.value.interactionId : null;
    }

    private begin(messageId: number): void {
        this.busyId = messageId;
        this.refusal = null;
        this.told = null;
    }

    private end(reply: { ok: true } | ({ ok: false } & Refused), messageId: number): void {
        this.busyId = null;
        if (reply.ok) this.gone = new Set([...this.gone, messageId]);
        else this.refusal = { message: reply.message, nextStep: reply.nextStep };
        void this.load();
    }

    private mailOf(event: Event): Mail | undefined {
        const id = Number((event.currentTarget as HTMLElement).dataset.mail);
        return this.mails?.find(({ messageId }) => messageId === id);
    }

    private open(interactionId: number): void {
        const detail = { interactionId };
        this.dispatchEvent(new CustomEvent('open', { detail, bubbles: true, composed: true }));
    }

    /** The session read its lists anew, or told that a customer wrote before it left. */
    private follow(): void {
        const { me, mine, notifications } = getSession().state;
        const seen = [me?.agent.id, mine, notifications];
        if (me === null || seen.every((part, index) => part === this.seen[index])) return;
        this.seen = seen;
        void this.load();
    }

    private async load(): Promise<void> {
        const turn = (this.turn += 1);
        const reply = await getSession().query('listScheduled', {});
        if (turn !== this.turn) return;
        this.problem = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        if (!reply.ok) return;
        const { items } = reply.value;
        const now = new Set(items.map(({ messageId }) => messageId));
        const left = (this.mails ?? []).filter(({ messageId }) => !now.has(messageId));
        this.gone = new Set(left.map(({ messageId }) => messageId));
        const known = new Set(this.mails?.map(({ messageId }) => messageId));
        this.mails = [
            ...(this.mails ?? []).map(
                (mail) => items.find(({ messageId }) => messageId === mail.messageId) ?? mail,
            ),
            ...items.filter(({ messageId }) => !known.has(messageId)),
        ];
        if (!this.still) this.drop();
    }

    /** The next to leave first. */
    private drop(): void {
        this.mails = (this.mails ?? [])
            .filter(({ messageId }) => !this.gone.has(messageId))
            .sort((a, b) => a.leavesAt - b.leavesAt || a.messageId - b.messageId);
        this.gone = new Set();
    }

    private when(at: number): string {
        const timeZone = getSession().state.me?.timeZone ?? 'UTC';
        return new Intl.DateTimeFormat(undefined, {
            dateStyle: 'medium',
            timeStyle: 'short',
            timeZone,
        }).format(at);
    }
}
