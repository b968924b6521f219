import { LightningElement, api } from 'lwc';
import { serverNow } from 'c/patchbayClock';
import { clockTime, fill } from 'c/patchbayFormat';
import type { MeView, Presence } from 'c/patchbayProtocol';
import { presenceWord } from 'c/patchbayWords';
import { labels } from './labels';

interface Choice {
    key: string;
    presence: Presence;
    reason: string | null;
    label: string;
    checked: string;
    isCurrent: boolean;
}

/** The agent's own presence: dot, word, since; opens the status menu. Fires `statuschange` and `signout`. */
export default class PatchbayPresence extends LightningElement {
    @api me!: MeView;
    /** Shown at once, until the server has answered. */
    @api expected: Presence | null = null;

    labels = labels;
    open = false;
    private focusOnRender = false;

    get shown(): Presence {
        return this.expected ?? this.me.presence;
    }
    get expanded(): string {
        return String(this.open);
    }
    get chipTitle(): string {
        return fill(labels.statusTitle, presenceWord(this.shown));
    }
    get signOutText(): string {
        return fill(labels.signOutName, this.me.agent.name);
    }

    get note(): string {
        if (this.me.withinWorkingHours) return '';
        const next = this.me.nextWorkingBoundaryAt;
        return next === null
            ? labels.outsideHours
            : fill(labels.outsideHoursUntil, clockTime(next, serverNow(), this.me.timeZone));
    }

    get choices(): Choice[] {
        const { chosen, reason, pauseReasons } = this.me;
        const choice = (presence: 'available' | 'unavailable', why: string | null, label: string): Choice => {
            const isCurrent = chosen === presence && (presence === 'available' || (reason ?? null) === why);
            return {
                key: `${presence}:${why ?? ''}`,
                presence,
                reason: why,
                label,
                checked: String(isCurrent),
                isCurrent,
            };
        };
        return [
            choice('available', null, labels.presenceAvailable),
            // R7: where a reason is required, there is none without.
            ...(this.me.pauseReasonRequired ? [] : [choice('unavailable', null, labels.presenceUnavailable)]),
            ...pauseReasons.map((why) => choice('unavailable', why, fill(labels.unavailableBecause, why))),
        ];
    }

    toggle(): void {
        this.open = !this.open;
        this.focusOnRender = this.open;
    }

    renderedCallback(): void {
        if (!this.focusOnRender) return;
        this.focusOnRender = false;
        const items = this.items();
        (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
    }

    handleChoice(event: Event): void {
        const key = (event.currentTarget as HTMLElement).dataset.key;
        const choice = this.choices.find((one) => one.key === key);
        this.close();
        if (!choice || choice.isCurrent) return;
        const detail = { status: choice.presence, reason: choice.reason };
        this.dispatchEvent(new CustomEvent('statuschange', { detail }));
    }

    handleSignOut(): void {
        this.close();
        this.dispatchEvent(new CustomEvent('signout'));
    }

    handleKeys(event: KeyboardEvent): void {
        if (!this.open) return;
        const items = this.items();
        const at = items.indexOf(this.template?.activeElement as HTMLElement);
        if (event.key === 'Escape') this.close();
        else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
        else if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
        else if (event.key === 'Home') items[0]?.focus();
        else if (event.key === 'End') items[items.length - 1]?.focus();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    handleFocusOut(event: FocusEvent): void {
        const next = event.relatedTarget;
        if (next instanceof Node && !this.template?.contains(next)) this.open = false;
    }

    private close(): void {
        this.open = false;
        (this.refs?.chip as HTMLElement | undefined)?.focus();
    }

    private items(): HTMLElement[] {
        return [...(this.template?.querySelectorAll<HTMLElement>('.item') ?? [])];
    }
}
