import type { Reply } from '../../protocol/commands.ts';
import { readStreamBatch, STREAM_BATCH, streamBounds } from '../../queries/live.ts';
import type { Viewer } from '../../queries/viewer.ts';
import type { Store } from '../../storage/transaction.ts';
import { presentStream } from '../presenters/stream.ts';
import { FAILURES, success } from '../replies.ts';
import type { ServerEvents } from './types.ts';

export interface StreamDeliveryParts {
    readonly store: Store;
    readonly viewer: Pick<Viewer, 'agentId' | 'timeZone'>;
    readonly emit: ServerEventEmitter;
    /** What was missed can no longer be told: the client must come again and load afresh. */
    readonly onGap: () => void;
    /** Queues, role or reports may have changed: what this socket may see is asked anew. */
    readonly onMeChanged: () => void;
    readonly onError: (error: unknown) => void;
}
type ServerEventEmitter = (payload: Parameters<ServerEvents['stream']>[0]) => void;

/**
 * One socket's view of its agent's stream: in order, gapless, from the number that the client resumed with. Signals
 * only say "look"; the rows decide, so that a lost or doubled signal changes nothing.
 */
export class StreamDelivery {
    readonly #parts: StreamDeliveryParts;
    /** Last number sent; null until the client has said where it stands. */
    #sent: number | null = null;
    #reading = false;
    #again = false;

    constructor(parts: StreamDeliveryParts) {
        this.#parts = parts;
    }

    /** The reply is given before anything is sent: call `wake` behind it. */
    async resume(after: number): Promise<Reply<{ head: number }>> {
        const { head, oldest } = await streamBounds(this.#reader(), this.#parts.viewer.agentId);
        const trimmed = oldest === null ? after < head : after < oldest - 1;
        if (after > head || trimmed) return FAILURES.loadAfresh;
        this.#sent = after;
        return success({ head });
    }

    wake(): void {
        if (this.#sent === null) return;
        if (this.#reading) {
            this.#again = true;
            return;
        }
        this.#reading = true;
        this.#send()
            .catch(this.#parts.onError)
            .finally(() => {
                this.#reading = false;
                if (!this.#again) return;
                this.#again = false;
                this.wake();
            });
    }

    async #send(): Promise<void> {
        const { store, viewer, emit, onGap, onMeChanged } = this.#parts;
        for (;;) {
            const from = this.#sent ?? 0;
            const batch = await readStreamBatch(this.#reader(), viewer.agentId, from);
            // Resumed anew meanwhile, from elsewhere: what was read belongs to before.
            if (this.#sent !== from) continue;
            const [first] = batch.rows;
            if (!first) return;
            if (first.seq !== from + 1) {
                this.#sent = null;
                onGap();
                return;
            }
            emit({ events: presentStream(batch, { viewer, now: store.clock.now() }) });
            this.#sent = from + batch.rows.length;
            if (batch.rows.some((row) => row.kind === 'me_changed')) onMeChanged();
            if (batch.rows.length < STREAM_BATCH) return;
        }
    }

    #reader() {
        return { run: this.#parts.store.read.bind(this.#parts.store) };
    }
}
