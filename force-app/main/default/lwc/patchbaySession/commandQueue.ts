import type { CommandName, Reply } from 'c/patchbayProtocol';
import { checkArgs, checkReply } from 'c/patchbayProtocol';
import { badArguments, notUnderstood, signedOut } from './refusals';
import type { SessionClock } from './sessionTypes';

/** How long an acknowledgement may take before the command is sent again, under the same id. */
export const ACKNOWLEDGE_WITHIN = 8_000;
/** Pause after the server says that it cannot work now (it restarts, or waits for its database). */
export const UNAVAILABLE_PAUSE = 1_000;

interface Pending {
    readonly envelope: { readonly id: string; readonly name: CommandName; readonly args: unknown };
    readonly resolve: (reply: Reply<never>) => void;
    /** Raised by each attempt: what an older one answers late still counts, its time-out does not. */
    attempt: number;
}

interface Dependencies {
    clock: SessionClock;
    newId(): string;
    log(message: string): void;
    isConnected(): boolean;
    send(envelope: Pending['envelope'], acknowledge: (reply: unknown) => void): void;
    onCount(pending: number): void;
    /** An answer that cannot be read means that this page and the server disagree: read everything again. */
    onInvalid(): void;
}

export interface CommandQueue {
    /** @param id where it was given before: the same id twice does the work once */
    add(name: CommandName, args: unknown, id?: string): Promise<Reply<never>>;
    /** After a (re)connection: everything unacknowledged goes out again, in order. */
    resend(): void;
    /** On sign-out nothing can be answered any more. */
    abandon(): void;
}

/** "Commands carry a client-made id […]; the same id twice does the work once", so that repeating one is safe. */
export function createCommandQueue(dependencies: Dependencies): CommandQueue {
    const { clock, newId, log, isConnected, send, onCount, onInvalid } = dependencies;
    const pending = new Map<string, Pending>();

    function settle(command: Pending, reply: Reply<never>): void {
        if (!pending.delete(command.envelope.id)) return;
        onCount(pending.size);
        command.resolve(reply);
    }

    function answered(command: Pending, reply: unknown): void {
        if (!pending.has(command.envelope.id)) return;
        const checked = checkReply(command.envelope.name, reply);
        if (!checked.valid) {
            log(`unreadable reply: ${checked.problem}`);
            settle(command, notUnderstood());
            onInvalid();
        } else if (!checked.value.ok && checked.value.code === 'unavailable') {
            retryAfter(command, UNAVAILABLE_PAUSE);
        } else {
            settle(command, checked.value as Reply<never>);
        }
    }

    function retryAfter(command: Pending, milliseconds: number): void {
        const attempt = (command.attempt += 1);
        clock.after(milliseconds, () => {
            if (command.attempt === attempt && pending.has(command.envelope.id) && isConnected())
                attemptNow(command);
        });
    }

    function attemptNow(command: Pending): void {
        retryAfter(command, ACKNOWLEDGE_WITHIN);
        send(command.envelope, (reply) => answered(command, reply));
    }

    return {
        add(name, args, id = newId()) {
            const checked = checkArgs(name, args);
            if (!checked.valid) return Promise.resolve(badArguments(checked.problem));
            return new Promise((resolve) => {
                const command = { envelope: { id, name, args }, resolve, attempt: 0 };
                pending.set(command.envelope.id, command);
                onCount(pending.size);
                if (isConnected()) attemptNow(command);
            });
        },
        resend() {
            for (const command of [...pending.values()]) attemptNow(command);
        },
        abandon() {
            for (const command of [...pending.values()]) settle(command, signedOut());
        },
    };
}
