/**
 * Commands one after another: each is made up only when the one before it is answered, so that it starts from all that
 * was done until then, however fast the presses came.
 */
export class Turns {
    private last: Promise<unknown> = Promise.resolve();
    private open = 0;

    get areOver(): boolean {
        return this.open === 0;
    }

    async take<T>(send: () => Promise<T>): Promise<T> {
        this.open += 1;
        const reply = this.last.then(send);
        this.last = reply.catch(() => undefined);
        try {
            return await reply;
        } finally {
            this.open -= 1;
        }
    }
}
