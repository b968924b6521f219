/** A pause this long is no typing any more. */
export const TYPING_ENDS_AFTER = 5_000;

/** Says once that typing began and once that it ended, however many keys there were between. */
export class Typing {
    private timer: ReturnType<typeof setTimeout> | null = null;
    private readonly tell: (typing: boolean) => void;

    constructor(tell: (typing: boolean) => void) {
        this.tell = tell;
    }

    typed(): void {
        if (this.timer === null) this.tell(true);
        else clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- cancelled when the interaction is left
        this.timer = setTimeout(() => this.stop(), TYPING_ENDS_AFTER);
    }

    stop(): void {
        if (this.timer === null) return;
        clearTimeout(this.timer);
        this.timer = null;
        this.tell(false);
    }
}
