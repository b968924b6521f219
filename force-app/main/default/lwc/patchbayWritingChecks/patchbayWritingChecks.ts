import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { findProblems, hasProblems, type Problems, type WrittenText } from 'c/patchbayRules';
import { labels } from './labels';
import {
    emojiCutter,
    everyEmojiCutter,
    fieldFiller,
    lineAndWords,
    withoutAnyEmoji,
    withoutEmojiAt,
    withValue,
    type Mend,
    type Mended,
} from './mending';

/** More than these are counted. */
const MOST_SHOWN = 4;

/**
 * What stands in the way of sending what is written (E6, E7), found while one types, each with what mends it: emojis
 * with their places, fields without a value, recipients who do not read. Fires `textfixed` {field, text, mend}: the new
 * text, and for formatted text what makes it of its pieces.
 */
export default class PatchbayWritingChecks extends LightningElement {
    @api texts: readonly WrittenText[] = [];
    @api recipients: readonly string[] = [];
    @api addressOnRecord: string | null = null;

    labels = labels;

    private get problems(): Problems {
        return findProblems({
            texts: this.texts,
            recipients: this.recipients,
            addressOnRecord: this.addressOnRecord,
        });
    }
    get isAnything(): boolean {
        return hasProblems(this.problems);
    }
    get unread() {
        return this.problems.unread;
    }
    get emojis() {
        return this.problems.emojis.slice(0, MOST_SHOWN).map((place, index) => ({
            key: `${place.field}-${place.offset}`,
            index,
            emoji: place.emoji,
            where: this.where(index),
            removeLabel: fill(labels.removeEmojiNamed, place.emoji),
        }));
    }
    get hasEmojis(): boolean {
        return this.problems.emojis.length > 0;
    }
    get hasSeveral(): boolean {
        return this.problems.emojis.length > 1;
    }
    get more(): string {
        const rest = this.problems.emojis.length - MOST_SHOWN;
        return rest > 0 ? fill(labels.moreEmojis, rest) : '';
    }
    get fields() {
        return this.problems.unfilled.map((name) => ({
            name,
            written: `{{${name}}}`,
            label: fill(labels.fieldValue, `{{${name}}}`),
        }));
    }
    get hasFields(): boolean {
        return this.problems.unfilled.length > 0;
    }

    handleRemove(event: Event): void {
        const { emojis } = this.problems;
        const place = emojis[Number((event.currentTarget as HTMLElement).dataset.index)];
        const mended = place && withoutEmojiAt(this.texts, place);
        if (!mended) return;
        const nth = emojis.filter(({ field }) => field === place.field).indexOf(place);
        this.tell([mended], () => emojiCutter(nth));
    }

    removeAll(): void {
        this.tell(withoutAnyEmoji(this.texts), everyEmojiCutter);
    }

    handleFieldKey(event: KeyboardEvent): void {
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        this.fillFrom(event.currentTarget as HTMLInputElement);
    }

    handleFill(event: Event): void {
        const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
        const input = this.template?.querySelector<HTMLInputElement>(`input[data-name="${name}"]`);
        if (input) this.fillFrom(input);
    }

    private fillFrom(input: HTMLInputElement): void {
        const value = input.value.trim();
        const name = input.dataset.name ?? '';
        if (value !== '') this.tell(withValue(this.texts, name, value), () => fieldFiller(name, value));
    }

    private where(index: number): string {
        const place = this.problems.emojis[index];
        const text = this.texts.find(({ field }) => field === place?.field)?.text ?? '';
        if (!place) return '';
        if (place.field === 'subject') return fill(labels.emojiInSubject, place.emoji);
        const { line, words } = lineAndWords(text, place);
        return fill(labels.emojiAt, place.emoji, line, words);
    }

    private tell(mended: readonly Mended[], mend: () => Mend): void {
        for (const one of mended)
            this.dispatchEvent(new CustomEvent('textfixed', { detail: { ...one, mend: mend() } }));
    }
}
