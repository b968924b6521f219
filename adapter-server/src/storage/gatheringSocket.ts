import { Socket } from 'node:net';

/**
 * Sends what one turn of the event loop writes in one piece. Statements that go out in one flight are many small writes,
 * each of which would be a system call and wake PostgreSQL for a part of its work.
 */
export class GatheringSocket extends Socket {
    #gathering = false;

    override write(...args: unknown[]): boolean {
        if (!this.#gathering) {
            this.#gathering = true;
            this.cork();
            process.nextTick(() => {
                this.#gathering = false;
                this.uncork();
            });
        }
        return Reflect.apply(super.write.bind(this), this, args) as boolean;
    }
}
