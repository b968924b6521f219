import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { LEVELS, TIMES, wrongTargets, type CellName, type TargetForm } from 'c/patchbayTargetForm';
import { priorityWord, targetWord, TARGET_KINDS } from 'c/patchbayWords';
import { labels } from './labels';

/** R9 of one queue: a time a kind, for all priorities and for each, and when it warns. Fires `change` {form}. */
export default class PatchbayTargetSettings extends LightningElement {
    @api form!: TargetForm;

    labels = labels;

    get kinds(): string[] {
        return TARGET_KINDS.map(targetWord);
    }
    get rows() {
        const wrong = wrongTargets(this.form).cells;
        return LEVELS.map((level) => {
            const name = level === 'all' ? labels.all : priorityWord(level);
            const cells = TIMES.map((time, n) => {
                const cell: CellName = `${level}.${time}`;
                const kind = this.kinds[n] ?? '';
                return {
                    cell,
                    kind,
                    label: fill(labels.cellName, kind, name),
                    value: this.form.cells[cell] ?? '',
                    placeholder: level === 'all' ? '–' : (this.form.cells[`all.${time}`] ?? '–'),
                    invalid: wrong.has(cell) ? 'true' : 'false',
                };
            });
            return { level, name, cells };
        });
    }
    get problem(): string {
        return wrongTargets(this.form).cells.size > 0 ? labels.cannotRead : '';
    }
    get isPercent(): boolean {
        return this.form.warnBy === 'percent';
    }
    get ways() {
        return [
            { value: 'percent', label: labels.percent, selected: this.isPercent },
            { value: 'before', label: labels.before, selected: !this.isPercent },
        ];
    }
    get warnField() {
        return this.isPercent
            ? { name: 'warnPercent', label: labels.percentWhat, value: this.form.warnPercent }
            : { name: 'warnBefore', label: labels.beforeWhat, value: this.form.warnBefore };
    }
    get warnProblem(): string {
        switch (wrongTargets(this.form).warn) {
            case 'percent':
                return labels.percentWrong;
            case 'unreadable':
                return labels.cannotRead;
            case 'too_late':
                return labels.tooLate;
            case null:
                return '';
        }
    }
    get warnInvalid(): string {
        return String(this.warnProblem !== '');
    }

    handleCell(event: Event): void {
        const field = event.target as HTMLInputElement;
        this.tell({ cells: { ...this.form.cells, [field.dataset.cell ?? '']: field.value } });
    }

    handleWay(event: Event): void {
        const warnBy = (event.target as HTMLSelectElement).value === 'before' ? 'before' : 'percent';
        this.tell({ warnBy });
    }

    handleWarn(event: Event): void {
        const field = event.target as HTMLInputElement;
        this.tell({ [field.dataset.name ?? '']: field.value });
    }

    private tell(part: Partial<TargetForm>): void {
        this.dispatchEvent(new CustomEvent('change', { detail: { form: { ...this.form, ...part } } }));
    }
}
