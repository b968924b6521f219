import { setTimeout as pause } from 'node:timers/promises';
import type { AgentClient } from '../load/agentClient.ts';
import type { CommandArgs, CommandName, CommandResult, Reply } from '../../src/protocol/commands.ts';
import type { StreamEvent } from '../../src/protocol/events.ts';
import type { Random } from '../random.ts';

/** What the scripted agents did, by name. */
export type Deeds = Record<string, number>;

/** Milliseconds for which a reply can be taken back in these runs. */
export const UNDO_FOR = 2_000;

export interface AgentHabits {
    readonly dispositionId: number;
    /** To whom, and into which queues, work is transferred. */
    readonly colleagues: readonly number[];
    readonly queues: readonly number[];
    /** Assigns to colleagues, too. */
    readonly leads: boolean;
    /** Milliseconds from accepting to acting, at the most. */
    readonly thinks: number;
}

/** A reply that an agent wrote, by its mark: whether the server took it, and whether they took it back in time. */
export type Answers = Map<string, 'taken' | 'refused' | 'undone' | 'unknown'>;

/** An agent who does all that agents do, as chance has it, over a real socket; what is refused is only counted. */
export class ChaosAgent {
    readonly client: AgentClient;
    /** From now on all that rings is accepted, answered and closed. */
    diligent = false;
    readonly errors: unknown[] = [];
    readonly #random: Random;
    readonly #habits: AgentHabits;
    readonly #deeds: Deeds;
    readonly #answers: Answers;
    readonly #busy = new Set<Promise<void>>();
    #stopped = false;
    #marks = 0;

    constructor(
        client: AgentClient,
        random: Random,
        habits: AgentHabits,
        known: { deeds: Deeds; answers: Answers },
    ) {
        this.client = client;
        this.#random = random;
        this.#habits = habits;
        this.#deeds = known.deeds;
        this.#answers = known.answers;
        client.onEvent = (event) => this.#hear(event);
    }

    /** Takes up what rings or waits in the inbox, as a page does that is loaded afresh. */
    async lookAround(): Promise<void> {
        const workspace = await this.client.query('loadWorkspace', {});
        if (!workspace.ok) return;
        const { me, offers, mine } = workspace.value;
        if (me.presence === 'unavailable') await this.#does('setStatus', { status: 'available' });
        for (const offer of offers) await this.#take(offer.id);
        for (const { id } of mine) await this.#workOn(id);
    }
    /** Away and back: what everybody declined comes again. */
    async takesABreak(): Promise<void> {
        await this.#does('setStatus', { status: 'unavailable' });
        await this.lookAround();
    }
    /** Waits for what is under way. */
    async stop(): Promise<void> {
        this.#stopped = true;
        await Promise.all(this.#busy);
        this.client.disconnect();
    }

    #hear(event: StreamEvent): void {
        if (this.#stopped) return;
        if (event.kind === 'offered') this.#do(() => this.#offered(event.offerId));
        else if (event.kind === 'offer_ended' && event.outcome === 'missed')
            this.#do(() => this.#comesBack());
        else if (event.kind === 'notified' && event.notification.interactionId !== null) {
            const { kind, interactionId } = event.notification;
            if (kind === 'reply' || kind === 'assigned') this.#do(() => this.#workOn(interactionId ?? 0));
            else if (kind === 'transfer') this.#do(() => this.#finds(interactionId ?? 0));
        }
    }
    #do(work: () => Promise<void>): void {
        const running = work()
            .catch((error: unknown) => void this.errors.push(error))
            .finally(() => this.#busy.delete(running));
        this.#busy.add(running);
    }

    async #does<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Reply<CommandResult<N>>> {
        const reply = await this.client.command(name, args);
        const deed = reply.ok ? name : `${name} refused`;
        this.#deeds[deed] = (this.#deeds[deed] ?? 0) + 1;
        return reply;
    }

    async #offered(offerId: number): Promise<void> {
        const chance = this.diligent ? 1 : this.#random.next();
        if (chance < 0.08) await this.#does('declineOffer', { offerId });
        else if (chance < 0.11) this.#deeds['ignored'] = (this.#deeds['ignored'] ?? 0) + 1;
        else if (chance < 0.14) {
            await this.#does('setStatus', { status: 'unavailable' });
            await this.#comesBack();
        } else if (chance < 0.17) {
            this.#deeds['vanished'] = (this.#deeds['vanished'] ?? 0) + 1;
            this.client.disconnect();
            await pause(this.#random.below(2_000));
            await this.client.reconnect();
            await this.#take(offerId);
        } else await this.#take(offerId);
    }
    async #comesBack(): Promise<void> {
        await pause(this.#random.below(2_000));
        await this.#does('setStatus', { status: 'available' });
    }
    async #take(offerId: number): Promise<void> {
        const accepted = await this.#does('acceptOffer', { offerId });
        if (!accepted.ok) return;
        await pause(this.#random.below(this.#habits.thinks));
        await this.#workOn(accepted.value.interactionId);
    }

    /** A transfer that nobody took comes back into the inbox without ringing. */
    async #finds(interactionId: number): Promise<void> {
        await pause(1_000 + this.#random.below(2_000));
        const workspace = await this.client.query('loadWorkspace', {});
        if (workspace.ok && workspace.value.mine.some(({ id }) => id === interactionId))
            await this.#workOn(interactionId);
    }

    async #workOn(interactionId: number): Promise<void> {
        const { dispositionId } = this.#habits;
        const chance = this.diligent ? 0.5 : this.#random.next();
        if (chance < 0.14 && (await this.#givesAway(interactionId, chance))) return;
        if (chance < 0.21) {
            const followUpAt = Date.now() + 3_000 + this.#random.below(6_000);
            await this.#does('setPending', { interactionId, followUpAt });
        } else if (chance < 0.26) {
            await this.#does('closeInteraction', { interactionId, dispositionId, notes: 'Done by phone.' });
        } else {
            if (chance < 0.34)
                await this.#does('postNote', { interactionId, text: 'Looked it up.', mentions: [] });
            await this.#answer(interactionId, this.diligent || chance > 0.8);
        }
        await this.#does('dismissInteraction', { interactionId });
    }

    /** Whether it is somebody else's now. @param chance below 0.14 */
    async #givesAway(interactionId: number, chance: number): Promise<boolean> {
        const { colleagues, queues, leads } = this.#habits;
        if (chance < 0.02) return (await this.#does('returnToQueue', { interactionId })).ok;
        if (chance < 0.04) {
            const agentId = leads ? this.#random.pick(colleagues) : null;
            return agentId !== null && (await this.#does('assignInteraction', { interactionId, agentId })).ok;
        }
        const to =
            chance < 0.09
                ? { toAgentId: this.#random.pick(colleagues), holdIfAway: this.#random.next() < 0.5 }
                : { toQueueId: this.#random.pick(queues), holdIfAway: false };
        const note = 'You know more about this.';
        return (await this.#does('transferInteraction', { interactionId, note, ...to })).ok;
    }

    /** Now and then it is taken back, and another one written. */
    async #answer(interactionId: number, closes: boolean): Promise<void> {
        const undone = await this.#writes(
            interactionId,
            closes,
            !this.diligent && this.#random.next() < 0.12,
        );
        if (undone) await this.#writes(interactionId, closes, false);
    }

    async #writes(interactionId: number, closes: boolean, regrets: boolean): Promise<boolean> {
        this.#marks += 1;
        const mark = `answer-${this.client.username}-${this.#marks}`;
        const close = closes ? { dispositionId: this.#habits.dispositionId, notes: '' } : null;
        const args = { interactionId, text: `Thank you.\n${mark}\nIt is done.`, cc: [], uploads: [], close };
        this.#answers.set(mark, 'unknown');
        const sent = await this.#does('sendReply', args);
        this.#answers.set(mark, sent.ok ? 'taken' : 'refused');
        // Another agent's thread (E5) is left to whoever comes next, with everything else that was refused.
        if (!sent.ok && this.diligent)
            await this.#does('closeInteraction', {
                interactionId,
                ...(close ?? { dispositionId: 0, notes: '' }),
            });
        if (!sent.ok || !regrets) return false;
        await pause(this.#random.below(1.5 * UNDO_FOR));
        this.#answers.set(mark, 'unknown');
        const { ok } = await this.#does('undoSend', { messageId: sent.value.messageId });
        this.#answers.set(mark, ok ? 'undone' : 'taken');
        return ok;
    }
}
