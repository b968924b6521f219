import { LightningElement, api } from 'lwc';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

interface Slice {
    readonly number: number;
    readonly html: string;
    readonly text: string;
    readonly isHtml: boolean;
}

/** Below the beginning of a mail that is too long to be shown at once: why, and what follows, slice by slice as asked. */
export default class PatchbayMessageRest extends LightningElement {
    @api messageId!: number;
    @api reason = '';

    labels = labels;
    slices: readonly Slice[] = [];
    more = true;
    busy = false;
    problem: string | null = null;
    private withRemote = false;

    /** Remote images were asked for: also in what is there already. */
    @api
    get remote(): boolean {
        return this.withRemote;
    }
    set remote(value: boolean) {
        if (value === this.withRemote) return;
        this.withRemote = value;
        void this.loadAnew();
    }

    get isBeginning(): boolean {
        return this.slices.length === 0;
    }
    get loading(): string {
        return String(this.busy);
    }

    async showMore(): Promise<void> {
        if (this.busy) return;
        this.busy = true;
        const slice = await this.load(this.slices.length + 1);
        if (slice) this.slices = [...this.slices, slice];
        this.busy = false;
    }

    private async loadAnew(): Promise<void> {
        const loaded = await Promise.all(this.slices.map(({ number }) => this.load(number)));
        this.slices = this.slices.map((slice, index) => loaded[index] ?? slice);
    }

    private async load(number: number): Promise<Slice | null> {
        const args = { messageId: this.messageId, slice: number, showRemote: this.withRemote };
        const reply = await getSession().query('getMessageSlice', args);
        this.problem = reply.ok ? null : reply.message;
        if (!reply.ok) return null;
        const { html, text, more } = reply.value;
        if (number > this.slices.length) this.more = more;
        return { number, html: html ?? '', text: text ?? '', isHtml: html !== null };
    }
}
