import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { getSession } from 'c/patchbaySession';
import { adding, confirmed, forgetting, nothing, removing, shownTags, type Expected } from './expectedTags';
import { labels } from './labels';

/** The tags of an open interaction: added by type-ahead and taken off at once, corrected where the server disagrees. */
export default class PatchbayTags extends LightningElement {
    /** May be changed by this agent. */
    @api editable = false;

    labels = labels;
    adds = false;
    refusal: { message: string; nextStep: string | null } | null = null;
    private shownId = 0;
    private known: readonly string[] = [];
    private expected: Expected = nothing;
    private focusWanted: string | null = null;

    @api
    get interactionId(): number {
        return this.shownId;
    }
    set interactionId(value: number) {
        if (value === this.shownId) return;
        this.shownId = value;
        this.expected = nothing;
        this.refusal = null;
        this.adds = false;
    }

    @api
    get tags(): readonly string[] {
        return this.known;
    }
    set tags(value: readonly string[]) {
        this.known = value;
        this.expected = confirmed(this.expected, value);
    }

    renderedCallback(): void {
        const wanted = this.focusWanted;
        this.focusWanted = null;
        if (wanted === 'field')
            (this.refs?.field as (HTMLElement & { focusField(): void }) | undefined)?.focusField();
        else if (wanted !== null) this.template?.querySelector<HTMLElement>(wanted)?.focus();
    }

    get names(): string[] {
        return shownTags(this.known, this.expected);
    }
    get chips() {
        return this.names.map((name, n) => ({
            name,
            key: `${n}-${name}`,
            removeText: fill(labels.removeTag, name),
        }));
    }
    get isShown(): boolean {
        return this.editable || this.names.length > 0;
    }
    get mayOpen(): boolean {
        return this.editable && !this.adds;
    }

    /** The key for it, from anywhere in the workspace. */
    @api
    openField(): void {
        if (!this.editable) return;
        this.adds = true;
        this.focusWanted = 'field';
    }

    handleAdd(): void {
        this.openField();
    }

    handleLeave(event: CustomEvent<{ byKey?: boolean } | null>): void {
        if (event.detail?.byKey) this.focusWanted = '[data-id="add"]';
        this.adds = false;
    }

    /** Backspace in the empty field takes the last one off. */
    handleBack(): void {
        const last = this.names[this.names.length - 1];
        if (last !== undefined) void this.remove(last);
    }

    handleRemove(event: Event): void {
        const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
        const at = this.names.indexOf(name);
        const next = this.names[at + 1] ?? this.names[at - 1];
        const label = next === undefined ? null : fill(labels.removeTag, next).replace(/(["\\])/g, '\\$1');
        this.focusWanted = label === null ? '[data-id="add"]' : `[aria-label="${label}"]`;
        void this.remove(name);
    }

    handlePick(event: CustomEvent<{ name: string }>): void {
        void this.add(event.detail.name);
    }

    forgetRefusal(): void {
        this.refusal = null;
    }

    private async add(name: string): Promise<void> {
        const interactionId = this.shownId;
        this.expected = adding(this.expected, name);
        const reply = await getSession(this).command('addTag', { interactionId, name });
        if (interactionId !== this.shownId) return;
        this.expected = forgetting(this.expected, name);
        // As it is called: somebody may have written it otherwise before.
        if (reply.ok) this.expected = confirmed(adding(this.expected, reply.value.tag ?? name), this.known);
        this.settle(reply);
    }

    private async remove(name: string): Promise<void> {
        const interactionId = this.shownId;
        this.expected = removing(this.expected, name);
        const reply = await getSession(this).command('removeTag', { interactionId, name });
        if (interactionId !== this.shownId) return;
        if (!reply.ok) this.expected = forgetting(this.expected, name);
        this.settle(reply);
    }

    private settle(reply: { ok: true } | { ok: false; message: string; nextStep: string | null }): void {
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
    }
}
