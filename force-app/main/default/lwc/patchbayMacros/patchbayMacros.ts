import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { MacroChoiceView } from 'c/patchbayProtocol';
import { labels } from './labels';

/** Which macro to run (W10), chosen by arrows and Enter, or by its digit. Fires `run` {macroId} and `cancel`. */
export default class PatchbayMacros extends LightningElement {
    @api macros: readonly MacroChoiceView[] = [];
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    private focused = false;

    get rows() {
        return this.macros.map(({ id, title, key, does }) => ({
            id,
            title,
            steps: does.join(' · '),
            key: key === null ? '' : fill(labels.macroKey, key),
        }));
    }
    get isNone(): boolean {
        return this.macros.length === 0;
    }

    renderedCallback(): void {
        if (this.focused) return;
        const target = this.buttons()[0] ?? (this.refs?.cancel as HTMLElement | undefined);
        if (!target) return;
        this.focused = true;
        target.focus();
    }

    handleKeys(event: KeyboardEvent): void {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const buttons = this.buttons();
        const now = buttons.indexOf(event.target as HTMLButtonElement);
        const chosen = this.macros.find(({ key }) => key === event.key);
        if (event.key === 'Escape') this.cancel();
        else if (event.key === 'ArrowDown') buttons[(now + 1) % buttons.length]?.focus();
        else if (event.key === 'ArrowUp') buttons[(now - 1 + buttons.length) % buttons.length]?.focus();
        else if (chosen) this.run(chosen.id);
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    handleRun(event: Event): void {
        this.run(Number((event.currentTarget as HTMLElement).dataset.macro));
    }

    cancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    private run(macroId: number): void {
        if (!this.busy) this.dispatchEvent(new CustomEvent('run', { detail: { macroId } }));
    }

    private buttons(): HTMLButtonElement[] {
        return [...(this.template?.querySelectorAll<HTMLButtonElement>('[data-macro]') ?? [])];
    }
}
