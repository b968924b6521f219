import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { PresenceView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

interface Target {
    readonly agentId?: number;
    readonly queueId?: number;
    readonly name: string;
}

/**
 * Hands the interaction over (E10): whom or where first, then the note, one screen each. Fires `confirm`
 * {toAgentId or toQueueId, note, holdIfAway} and `cancel`. What was typed stays when it is refused.
 */
export default class PatchbayTransfer extends LightningElement {
    @api queue: { id: number; name: string } | null = null;
    @api noteSetting: 'required' | 'optional' = 'required';
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    note = '';
    private chosen: Target | null = null;
    private session = getSession().state;
    private stop?: () => void;
    private focusedFor: Target | null | undefined;

    /** Chosen already, in the directory. */
    @api
    get target(): Target | null {
        return this.chosen;
    }
    set target(value: Target | null) {
        this.chosen = value;
    }

    connectedCallback(): void {
        this.session = getSession().state;
        this.stop = getSession().subscribe((state) => (this.session = state));
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    renderedCallback(): void {
        if (this.focusedFor === this.chosen) return;
        this.focusedFor = this.chosen;
        const field = this.refs?.note as HTMLTextAreaElement | undefined;
        if (field) {
            // What was typed before somebody else was chosen.
            field.value = this.note;
            field.focus();
        } else {
            (this.refs?.directory as (HTMLElement & { focusSearch(): void }) | undefined)?.focusSearch();
        }
    }

    get queueId(): number | null {
        return this.queue?.id ?? null;
    }
    get heading(): string {
        return this.chosen ? fill(labels.transferTo, this.chosen.name) : labels.transferTitle;
    }
    get receiver(): PresenceView | null {
        return this.session.presence.find(({ agent }) => agent.id === this.chosen?.agentId) ?? null;
    }
    get isAway(): boolean {
        const presence = this.receiver?.presence;
        return presence === 'unavailable' || presence === 'logged_out';
    }
    get hint(): string {
        // The refusal says what there is to say, and its buttons want the room.
        if (this.showWaysOn) return '';
        if (this.receiver?.presence === 'busy') return fill(labels.waitsForThem, this.receiver.agent.name);
        return labels.noteHint;
    }
    get noteLabel(): string {
        return this.noteSetting === 'optional' ? labels.noteOptional : labels.noteLabel;
    }
    get cannotConfirm(): boolean {
        return this.busy || (this.noteSetting === 'required' && this.note.trim() === '');
    }
    /** After a refusal for somebody who is away: the two ways on that the server names. */
    get showWaysOn(): boolean {
        return this.refusal !== null && this.chosen?.agentId !== undefined;
    }
    get holdText(): string {
        return fill(labels.holdForThem, this.chosen?.name ?? '');
    }
    get queueText(): string {
        return fill(labels.toQueueInstead, this.queue?.name ?? '');
    }

    handlePick(event: CustomEvent<Target>): void {
        this.chosen = event.detail;
    }

    handleNote(event: Event): void {
        this.note = (event.target as HTMLTextAreaElement).value;
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.key === 'Escape') {
            event.stopPropagation();
            if (this.chosen) this.chooseAnother();
            else this.cancel();
        } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && this.chosen) {
            event.preventDefault();
            if (!this.cannotConfirm) this.confirm();
        }
    }

    chooseAnother(): void {
        this.chosen = null;
    }

    confirm(): void {
        this.tell(this.chosen, false);
    }

    confirmHold(): void {
        this.tell(this.chosen, true);
    }

    confirmQueue(): void {
        if (this.queue) this.tell({ queueId: this.queue.id, name: this.queue.name }, false);
    }

    cancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    private tell(target: Target | null, holdIfAway: boolean): void {
        if (!target) return;
        const to = target.agentId ? { toAgentId: target.agentId } : { toQueueId: target.queueId };
        this.dispatchEvent(new CustomEvent('confirm', { detail: { ...to, note: this.note, holdIfAway } }));
    }
}
