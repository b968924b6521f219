import { LightningElement, api } from 'lwc';
import { DAYS, exceptionsText, rangesText, readExceptions, readRanges, type Hours } from './hoursText';
import { labels } from './labels';

/** Several ranges a day, holidays, and the zone they are in. Fires `change` {hours}; hours null while one cannot be read. */
export default class PatchbayOpeningHours extends LightningElement {
    labels = labels;
    private shown: Hours | null = null;
    private texts: Record<string, string> = {};
    private filled: Hours | null = null;

    @api
    get hours(): Hours | null {
        return this.shown;
    }
    set hours(value: Hours | null) {
        this.shown = value;
        if (!value) return;
        this.texts = { timeZone: value.timeZone, exceptions: exceptionsText(value.exceptions) };
        for (const day of DAYS) this.texts[day] = rangesText(value.weekly[day]);
    }

    get days() {
        return DAYS.map((day) => ({
            name: day,
            label: labels[day],
            wrong: readRanges(this.texts[day] ?? '') === null ? labels.cannotRead : '',
        }));
    }
    get exceptionsWrong(): string {
        return readExceptions(this.texts.exceptions ?? '') === null ? labels.cannotRead : '';
    }

    /** What is typed is the field's own; only other hours fill it anew. */
    renderedCallback(): void {
        if (this.filled === this.shown) return;
        this.filled = this.shown;
        this.template?.querySelectorAll<HTMLInputElement>('[data-name]').forEach((field) => {
            field.value = this.texts[field.dataset.name ?? ''] ?? '';
        });
    }

    handleText(event: Event): void {
        const field = event.target as HTMLInputElement;
        this.texts = { ...this.texts, [field.dataset.name ?? '']: field.value };
        this.dispatchEvent(new CustomEvent('change', { detail: { hours: this.read() } }));
    }

    private read(): Hours | null {
        if (!this.shown) return null;
        const exceptions = readExceptions(this.texts.exceptions ?? '');
        const weekly = { ...this.shown.weekly };
        for (const day of DAYS) {
            const ranges = readRanges(this.texts[day] ?? '');
            if (ranges === null) return null;
            weekly[day] = ranges;
        }
        const timeZone = (this.texts.timeZone ?? '').trim();
        return exceptions === null || timeZone === '' ? null : { timeZone, weekly, exceptions };
    }
}
