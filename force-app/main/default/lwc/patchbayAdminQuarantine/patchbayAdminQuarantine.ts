import { LightningElement } from 'lwc';
import { fileSize, fill } from 'c/patchbayFormat';
import type { QueryResult } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

type Mail = QueryResult<'listQuarantine'>['items'][number];
interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}
const PAGE = 50;

const idOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.mail);

/** Mail that could not be read (E1): why, how large, from where; downloaded raw, read again, or discarded with a reason. */
export default class PatchbayAdminQuarantine extends LightningElement {
    labels = labels;
    refusal: Refusal | null = null;
    notice: string | null = null;
    more = false;
    isAll = false;
    private waiting = 0;
    private mails: readonly Mail[] | null = null;
    private deciding: number | null = null;

    connectedCallback(): void {
        void this.load();
    }

    get countText(): string {
        return fill(labels.waitingCount, this.waiting);
    }
    get isLoading(): boolean {
        return this.mails === null && this.refusal === null;
    }
    get isEmpty(): boolean {
        return this.mails?.length === 0;
    }
    get rows() {
        return (this.mails ?? []).map((mail) => ({
            ...mail,
            sizeText: fileSize(mail.size),
            originText: fill(labels.origin, mail.mailbox ?? mail.origin.toUpperCase()),
            fromText: fill(
                labels.from,
                mail.envelopeFrom ?? labels.nobody,
                mail.envelopeTo.join(', ') || labels.nobody,
            ),
            isOpen: mail.resolution === null && mail.resolvedAt === null,
            isDeciding: mail.id === this.deciding,
            outcome: outcomeOf(mail),
        }));
    }

    handleShow(event: Event): void {
        this.isAll = (event.currentTarget as HTMLSelectElement).value === 'all';
        void this.load();
    }
    handleMore(): void {
        void this.load(this.mails?.at(-1)?.id);
    }
    handleDecide(event: Event): void {
        this.deciding = idOf(event);
    }
    handleKeep(): void {
        this.deciding = null;
    }
    dismiss(): void {
        this.refusal = null;
        this.notice = null;
    }

    async handleRetry(event: Event): Promise<void> {
        const reply = await getSession(this).command('retryQuarantined', { quarantineId: idOf(event) });
        await this.settle(reply.ok ? null : reply, labels.takenIn);
    }

    async handleDiscard(event: CustomEvent<{ reason: string }>): Promise<void> {
        const { reason } = event.detail;
        const quarantineId = idOf(event);
        const reply = await getSession(this).command('discardQuarantined', { quarantineId, reason });
        if (reply.ok) this.deciding = null;
        await this.settle(reply.ok ? null : reply, null);
    }

    async handleDownload(event: Event): Promise<void> {
        const id = idOf(event);
        const reply = await getSession(this).downloadQuarantined(id);
        if (!reply.ok) {
            this.refusal = reply;
            return;
        }
        const link = document.createElement('a');
        link.href = reply.value.url;
        link.download = `quarantined-${id}.eml`;
        link.click();
        URL.revokeObjectURL(reply.value.url);
    }

    private async settle(refusal: Refusal | null, notice: string | null): Promise<void> {
        this.refusal = refusal;
        this.notice = refusal ? null : notice;
        if (!refusal) await this.load();
    }

    private async load(before?: number): Promise<void> {
        const args = { limit: PAGE, before: before ?? null, waiting: this.isAll ? null : true };
        const reply = await getSession(this).query('listQuarantine', args);
        if (!reply.ok) {
            this.refusal = reply;
            return;
        }
        const { items, more, waiting } = reply.value;
        this.mails = before === undefined ? items : [...(this.mails ?? []), ...items];
        this.more = more;
        this.waiting = waiting;
    }
}

function outcomeOf({ resolution, resolvedBy, resolvedReason }: Mail): string | null {
    if (resolution === 'discarded') return fill(labels.discarded, resolvedBy ?? '', resolvedReason ?? '');
    return resolution === 'taken_in' ? fill(labels.taken, resolvedBy ?? '') : null;
}
