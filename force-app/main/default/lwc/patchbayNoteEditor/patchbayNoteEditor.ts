import { LightningElement, api } from 'lwc';
import type { PresenceView } from 'c/patchbayProtocol';
import { labels } from './labels';
import { mentionBefore, mentionable, mentionsIn, type MentionStart } from './mention';

/** An internal note with @mentions. Fires `post` {text, mentions} and `notechange` {text}. */
export default class PatchbayNoteEditor extends LightningElement {
    @api agents: readonly PresenceView[] = [];
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    text = '';
    private mention: MentionStart | null = null;
    private active = 0;
    private caret: number | null = null;

    /** What was typed before, put back after a reload or a refusal. */
    @api
    get value(): string {
        return this.text;
    }
    set value(value: string) {
        this.text = value ?? '';
    }

    @api
    focusText(): void {
        (this.refs?.text as HTMLElement | undefined)?.focus();
    }

    get people() {
        if (!this.mention) return [];
        return mentionable(this.agents, this.mention.typed).map((one, index) => ({
            id: one.agent.id,
            name: one.agent.name,
            presence: one.presence,
            selected: String(index === this.active),
            className: index === this.active ? 'person person_active' : 'person',
        }));
    }
    get cannotPost(): boolean {
        return this.busy || this.text.trim() === '';
    }

    renderedCallback(): void {
        const area = this.refs?.text as HTMLTextAreaElement | undefined;
        if (area && area.value !== this.text) area.value = this.text;
        if (this.caret === null) return;
        area?.focus();
        area?.setSelectionRange(this.caret, this.caret);
        this.caret = null;
    }

    handleText(event: Event): void {
        const area = event.target as HTMLTextAreaElement;
        this.text = area.value;
        this.look(area);
        this.dispatchEvent(new CustomEvent('notechange', { detail: { text: this.text } }));
    }

    handleCaret(event: Event): void {
        this.look(event.target as HTMLTextAreaElement);
    }

    keepFocus(event: Event): void {
        event.preventDefault();
    }

    handlePerson(event: Event): void {
        this.insert(Number((event.currentTarget as HTMLElement).dataset.agent));
    }

    handleKeys(event: KeyboardEvent): void {
        const people = this.people;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.post();
        else if (people.length === 0) return;
        else if (event.key === 'ArrowDown') this.active = (this.active + 1) % people.length;
        else if (event.key === 'ArrowUp') this.active = (this.active - 1 + people.length) % people.length;
        else if (event.key === 'Enter' || event.key === 'Tab') this.insert(people[this.active]?.id ?? 0);
        else if (event.key === 'Escape') this.mention = null;
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    post(): void {
        if (this.cannotPost) return;
        const text = this.text.trim();
        this.dispatchEvent(
            new CustomEvent('post', { detail: { text, mentions: mentionsIn(text, this.agents) } }),
        );
    }

    private look(area: HTMLTextAreaElement): void {
        this.mention = mentionBefore(area.value, area.selectionStart ?? area.value.length);
        this.active = 0;
    }

    private insert(agentId: number): void {
        const name = this.agents.find(({ agent }) => agent.id === agentId)?.agent.name;
        if (!name || !this.mention) return;
        const end = this.mention.at + 1 + this.mention.typed.length;
        const inserted = `@${name} `;
        this.text = this.text.slice(0, this.mention.at) + inserted + this.text.slice(end).trimStart();
        this.caret = this.mention.at + inserted.length;
        this.mention = null;
        this.dispatchEvent(new CustomEvent('notechange', { detail: { text: this.text } }));
    }
}
