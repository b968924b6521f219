import { LightningElement, api } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type { InteractionSummary } from 'c/patchbayProtocol';
import { channelIcon, statusWord } from 'c/patchbayWords';
import { labels } from './labels';
import { isCustomersWait, waitOf, type Wait } from './wait';

const SHOWN_TAGS = 2;

/**
 * One interaction in a list. Fires `open` and `take` with {interactionId}, both bubbling, and where it is `selectable`
 * `selectrow` {interactionId, isRange}: by its checkbox, or by Space on the row; with Shift up to here.
 */
export default class PatchbayInboxRow extends LightningElement {
    @api item!: InteractionSummary;
    @api current = false;
    /** Can be pulled from its queue by this agent. */
    @api takeable = false;
    /** Whose it is, where the list is of others' work. */
    @api whose: string | null = null;
    /** Where it went while the list stood still under the pointer; null while it is here. */
    @api goneText: string | null = null;
    @api focusable = false;
    @api selectable = false;
    @api selected = false;
    /** Some row is: the boxes of all are shown. */
    @api selecting = false;

    labels = labels;

    @api
    focusRow(): void {
        (this.refs?.row as HTMLElement | undefined)?.focus();
    }

    get classes(): string {
        const states = [this.current && 'current', this.selected && 'selected', this.isGone && 'gone'];
        return ['holder', ...states.flatMap((state) => (state ? [`holder_${state}`] : []))].join(' ');
    }
    get isGone(): boolean {
        return this.goneText !== null;
    }
    get channel(): { name: string; word: string } {
        return channelIcon(this.item.channel);
    }
    get customer(): string {
        return personName(this.item.customer);
    }
    get subject(): string {
        return this.item.subject || labels.noSubject;
    }
    get title(): string {
        const { number, status, why, tags } = this.item;
        const tagged = tags.length === 0 ? '' : ` · ${fill(labels.tagsOf, tags.join(', '))}`;
        return `#${number} · ${this.subject} · ${statusWord(status)}${tagged} · ${why}`;
    }
    /** What is open is being read, whatever the server has heard of it. */
    get isUnread(): boolean {
        return this.item.unread && !this.current;
    }
    get unreadClass(): string {
        return this.isUnread ? 'unread' : 'unread unread_none';
    }
    get unreadText(): string {
        return this.isUnread ? labels.unread : '';
    }
    get nameClass(): string {
        return this.isUnread ? 'pb-clip pb-grow pb-strong' : 'pb-clip pb-grow';
    }
    get rowTabIndex(): string {
        return this.focusable ? '0' : '-1';
    }
    get showTake(): boolean {
        return this.takeable && !this.isGone;
    }
    get showSelect(): boolean {
        return this.selectable && !this.isGone;
    }
    get selectClass(): string {
        return this.selecting ? 'select select_shown' : 'select';
    }
    get selectTitle(): string {
        return fill(labels.select, `#${this.item.number} ${this.customer}`);
    }
    get takeTitle(): string {
        return fill(labels.takeTitle, this.customer);
    }
    /** The rest is a number: a row has the room of two. */
    get tags(): readonly string[] {
        return this.item.tags.slice(0, SHOWN_TAGS);
    }
    get moreTags(): string {
        const more = this.item.tags.length - SHOWN_TAGS;
        return more > 0 ? fill(labels.tagMore, more) : '';
    }
    get wait(): Wait | null {
        return waitOf(this.item);
    }
    /** What is promised stands where the customer's wait would, else on a line of its own. */
    get targetInstead(): boolean {
        return this.hasTarget && (this.wait === null || isCustomersWait(this.item));
    }
    get targetBelow(): boolean {
        return this.hasTarget && !this.targetInstead;
    }
    private get hasTarget(): boolean {
        return this.item.target !== null && this.item.target.dueAt !== null;
    }

    handleOpen(): void {
        this.tell('open');
    }

    handleTake(): void {
        this.tell('take');
    }

    handleSelect(event: MouseEvent): void {
        this.tellSelect(event.shiftKey);
    }

    /** Space selects, Enter opens. */
    handleKey(event: KeyboardEvent): void {
        if (event.key !== ' ' || !this.showSelect) return;
        event.preventDefault();
        this.tellSelect(event.shiftKey);
    }

    /** It is on release that Space presses a button. */
    handleKeyUp(event: KeyboardEvent): void {
        if (event.key === ' ' && this.showSelect) event.preventDefault();
    }

    private tellSelect(isRange: boolean): void {
        const detail = { interactionId: this.item.id, isRange };
        this.dispatchEvent(new CustomEvent('selectrow', { detail }));
    }

    private tell(name: 'open' | 'take'): void {
        const detail = { interactionId: this.item.id };
        this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
    }
}
