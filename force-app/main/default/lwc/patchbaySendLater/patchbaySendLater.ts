import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** The time to send it at, in this browser's zone. Fires `schedule` {sendAt}, null: at once. */
export default class PatchbaySendLater extends LightningElement {
    @api sendAt: number | null = null;

    labels = labels;
    private opened = false;

    get isOpen(): boolean {
        return this.opened || this.sendAt !== null;
    }
    get value(): string {
        return this.sendAt === null ? '' : localInput(this.sendAt);
    }

    open(): void {
        this.opened = true;
    }

    close(): void {
        this.opened = false;
        this.tell(null);
    }

    handleChange(event: Event): void {
        const at = Date.parse((event.target as HTMLInputElement).value);
        this.tell(Number.isNaN(at) ? null : at);
    }

    private tell(sendAt: number | null): void {
        this.dispatchEvent(new CustomEvent('schedule', { detail: { sendAt } }));
    }
}

const two = (n: number): string => String(n).padStart(2, '0');

/** As the field wants it: local, to the minute. */
function localInput(at: number): string {
    const d = new Date(at);
    const date = `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}`;
    return `${date}T${two(d.getHours())}:${two(d.getMinutes())}`;
}
