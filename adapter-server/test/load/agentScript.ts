import { setTimeout as pause } from 'node:timers/promises';
import type { StreamEvent } from '../../src/protocol/events.ts';
import type { Random } from '../random.ts';
import type { AgentClient } from './agentClient.ts';

export interface Habits {
    /** Milliseconds from accepting to the reply, at the most. */
    readonly thinks: number;
    readonly dispositionId: number;
}
export interface Deeds {
    accepted: number;
    declined: number;
    ignored: number;
    replied: number;
    closed: number;
    wentAway: number;
    vanished: number;
}
export const noDeeds = (): Deeds => ({
    accepted: 0,
    declined: 0,
    ignored: 0,
    replied: 0,
    closed: 0,
    wentAway: 0,
    vanished: 0,
});

/** One agent who accepts, ignores, declines, replies, closes, goes away and comes back, as chance has it. */
export class ScriptedAgent {
    readonly #client: AgentClient;
    readonly #random: Random;
    readonly #habits: Habits;
    readonly #deeds: Deeds;
    /** From now on everything that rings is accepted and answered. */
    diligent = false;
    #stopped = false;
    readonly #busy = new Set<Promise<void>>();
    readonly errors: unknown[] = [];

    constructor(client: AgentClient, random: Random, habits: Habits, deeds: Deeds) {
        this.#client = client;
        this.#random = random;
        this.#habits = habits;
        this.#deeds = deeds;
        client.onEvent = (event) => this.#hear(event);
    }

    async start(): Promise<void> {
        await this.#client.signIn();
    }

    /** Away and back: what everybody declined, or was held for them although they declined it, comes again. */
    async takesABreak(): Promise<void> {
        await this.#client.command('setStatus', { status: 'unavailable' });
        await this.lookAround();
    }

    /** Takes up what rings or waits in the inbox although no event told of it: as a page does that is loaded afresh. */
    async lookAround(): Promise<void> {
        const workspace = await this.#client.query('loadWorkspace', {});
        if (!workspace.ok) return;
        const { me, offers, mine } = workspace.value;
        if (me.presence === 'unavailable') await this.#client.command('setStatus', { status: 'available' });
        for (const offer of offers) await this.#take(offer.id);
        for (const { id } of mine) await this.#answer(id);
    }

    async stop(): Promise<void> {
        this.#stopped = true;
        await Promise.all(this.#busy);
        this.#client.disconnect();
    }

    #hear(event: StreamEvent): void {
        if (this.#stopped) return;
        if (event.kind === 'offered') this.#do(() => this.#offered(event.offerId));
        if (event.kind === 'offer_ended' && event.outcome === 'missed') this.#do(() => this.#comesBack());
        // A customer wrote again on what is in the inbox.
        if (
            event.kind === 'notified' &&
            event.notification.kind === 'reply' &&
            event.notification.interactionId
        )
            this.#do(() => this.#answer(event.notification.interactionId ?? 0));
    }
    #do(work: () => Promise<void>): void {
        const running = work()
            .catch((error: unknown) => void this.errors.push(error))
            .finally(() => this.#busy.delete(running));
        this.#busy.add(running);
    }

    async #offered(offerId: number): Promise<void> {
        const chance = this.diligent ? 0 : this.#random.next();
        if (chance < 0.84) return this.#take(offerId);
        if (chance < 0.9) {
            this.#deeds.declined += 1;
            await this.#client.command('declineOffer', { offerId });
        } else if (chance < 0.94) {
            this.#deeds.ignored += 1;
        } else if (chance < 0.97) {
            this.#deeds.wentAway += 1;
            await this.#client.command('setStatus', { status: 'unavailable' });
            await this.#comesBack();
        } else {
            this.#deeds.vanished += 1;
            this.#client.disconnect();
            await pause(this.#random.below(2_000));
            await this.#client.reconnect();
            await this.#take(offerId);
        }
    }

    async #comesBack(): Promise<void> {
        await pause(this.#random.below(2_000));
        await this.#client.command('setStatus', { status: 'available' });
    }

    async #take(offerId: number): Promise<void> {
        const accepted = await this.#client.command('acceptOffer', { offerId });
        if (!accepted.ok) return;
        this.#deeds.accepted += 1;
        await pause(this.#random.below(this.#habits.thinks));
        await this.#answer(accepted.value.interactionId);
    }

    async #answer(interactionId: number): Promise<void> {
        const closes = this.#random.next() < 0.3;
        const close = closes ? { dispositionId: this.#habits.dispositionId, notes: '' } : null;
        const args = { interactionId, text: 'Thank you, it is done.', cc: [], uploads: [], close };
        const sent = await this.#client.command('sendReply', args);
        if (sent.ok) {
            this.#deeds.replied += 1;
            if (closes) this.#deeds.closed += 1;
        }
        // Refused where the customer has written again meanwhile: that is told by an event of its own.
        await this.#client.command('dismissInteraction', { interactionId });
    }
}
