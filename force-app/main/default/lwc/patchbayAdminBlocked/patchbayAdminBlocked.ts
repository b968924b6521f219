import { LightningElement } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { QueryResult } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

type Block = QueryResult<'listBlocks'>['items'][number];
interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}
const PAGE = 50;

/** `example.com` and `@example.com` are domains; anything with a name before the @ is a sender. */
const scopeOf = (address: string): Block['scope'] => (address.lastIndexOf('@') > 0 ? 'sender' : 'domain');

const idOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.block);

/** Who is blocked (E12): by whom, why and since when; more are added, and lifted with or without what they kept. */
export default class PatchbayAdminBlocked extends LightningElement {
    labels = labels;
    refusal: Refusal | null = null;
    notice: string | null = null;
    more = false;
    busy = false;
    address = '';
    reason = '';
    private blocks: readonly Block[] | null = null;
    private lifting: number | null = null;

    connectedCallback(): void {
        void this.load();
    }

    get isLoading(): boolean {
        return this.blocks === null && this.refusal === null;
    }
    get isEmpty(): boolean {
        return this.blocks?.length === 0;
    }
    get cannotAdd(): boolean {
        return this.busy || this.address.trim() === '' || this.reason.trim() === '';
    }
    get rows() {
        return (this.blocks ?? []).map((block) => ({
            ...block,
            why: block.reason || labels.noReason,
            about: [
                block.scope === 'domain' ? labels.domain : labels.sender,
                ...(block.by ? [fill(labels.by, block.by)] : []),
            ].join(' · '),
            unblockName: fill(labels.unblockName, block.pattern),
            isLifting: block.id === this.lifting,
            isResting: block.id !== this.lifting,
        }));
    }

    handleAddress(event: Event): void {
        this.address = (event.currentTarget as HTMLInputElement).value;
    }
    handleReason(event: Event): void {
        this.reason = (event.currentTarget as HTMLInputElement).value;
    }
    handleUnblock(event: Event): void {
        this.lifting = idOf(event);
    }
    handleKeep(): void {
        this.lifting = null;
    }
    handleAlone(event: Event): void {
        void this.lift(idOf(event), false);
    }
    handleRelease(event: Event): void {
        void this.lift(idOf(event), true);
    }
    handleMore(): void {
        void this.load(this.blocks?.at(-1)?.id);
    }
    dismiss(): void {
        this.refusal = null;
        this.notice = null;
    }

    async handleAdd(event: Event): Promise<void> {
        event.preventDefault();
        if (this.cannotAdd) return;
        this.busy = true;
        const address = this.address.trim();
        const reply = await getSession(this).command('addBlock', {
            scope: scopeOf(address),
            address,
            reason: this.reason.trim(),
        });
        if (reply.ok) {
            this.address = '';
            this.reason = '';
        }
        await this.settle(reply.ok ? null : reply, labels.added);
    }

    private async lift(blockId: number, release: boolean): Promise<void> {
        this.busy = true;
        const reply = await getSession(this).command('removeBlock', { blockId, release });
        if (reply.ok) this.lifting = null;
        await this.settle(
            reply.ok ? null : reply,
            reply.ok && release
                ? fill(reply.value.left ? labels.left : labels.released, reply.value.released)
                : labels.lifted,
        );
    }

    private async settle(refusal: Refusal | null, notice: string): Promise<void> {
        this.busy = false;
        this.refusal = refusal;
        this.notice = refusal ? null : notice;
        if (!refusal) await this.load();
    }

    private async load(before?: number): Promise<void> {
        const reply = await getSession(this).query('listBlocks', { limit: PAGE, before: before ?? null });
        if (!reply.ok) {
            this.refusal = reply;
            return;
        }
        const { items, more } = reply.value;
        this.blocks = before === undefined ? items : [...(this.blocks ?? []), ...items];
        this.more = more;
    }
}
