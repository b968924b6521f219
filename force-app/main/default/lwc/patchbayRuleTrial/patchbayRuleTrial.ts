import { LightningElement, api } from 'lwc';
import { fill, personName } from 'c/patchbayFormat';
import type { RuleTrialItem } from 'c/patchbayProtocol';
import { priorityWord } from 'c/patchbayWords';
import { labels } from './labels';

/** What was found so far. */
export interface Trial {
    readonly looked: number;
    readonly fitting: number;
    readonly changed: number;
    readonly items: readonly RuleTrialItem[];
    readonly next: number | null;
}
const RANGES = [
    { value: '1', label: labels.day },
    { value: '7', label: labels.week },
    { value: '30', label: labels.month },
    { value: '', label: labels.ever },
];

const placing = ({ queue, priority, spam }: RuleTrialItem['did']): string =>
    [...(spam ? [labels.spam] : []), queue.name, priorityWord(priority)].join(', ');

function wouldBe({ would }: RuleTrialItem): string {
    const more: string[] = [];
    if (would.skills.length > 0) more.push(fill(labels.needs, would.skills.join(', ')));
    if (would.tags.length > 0) more.push(fill(labels.tagged, would.tags.join(', ')));
    if (would.acknowledgement !== null) more.push(fill(labels.ack, would.acknowledgement));
    return [placing(would), ...more].join(', ');
}

/** Rules on past email. Fires `run` {days, alone}, `more` and `close`. */
export default class PatchbayRuleTrial extends LightningElement {
    @api trial: Trial | null = null;
    /** A rule is being written: it alone, or among the others. */
    @api ofOne = false;
    @api busy = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;

    labels = labels;
    private days = '30';
    private alone = true;

    get ranges() {
        return RANGES.map((one) => ({ ...one, selected: one.value === this.days }));
    }
    get scopes() {
        return [
            { value: 'alone', label: labels.alone, selected: this.alone },
            { value: 'together', label: labels.together, selected: !this.alone },
        ];
    }
    get counts(): string {
        if (!this.trial) return '';
        const { looked, fitting, changed } = this.trial;
        return looked === 0 ? labels.nothing : fill(labels.counts, looked, fitting, changed);
    }
    get nothingFits(): boolean {
        return this.trial !== null && this.trial.looked > 0 && this.trial.fitting === 0;
    }
    get canGoOn(): boolean {
        return this.trial !== null && this.trial.next !== null;
    }
    get rows() {
        return (this.trial?.items ?? []).map((item) => ({
            id: item.interaction.id,
            number: `#${item.interaction.number}`,
            subject: item.interaction.subject || labels.noSubject,
            from: personName(item.from),
            at: item.at,
            did: item.changed ? fill(labels.did, placing(item.did)) : '',
            would: fill(item.changed ? labels.would : labels.same, wouldBe(item)),
            className: item.changed ? 'row row_changed' : 'row',
            rules: item.rules.map(({ name, why, passedOver }, n) => ({
                key: `${n}`,
                className: passedOver ? 'pb-small warning' : 'pb-small pb-muted',
                text: fill(passedOver ? labels.passedOver : labels.becauseOf, name, why),
            })),
        }));
    }

    handleRange(event: Event): void {
        this.days = (event.target as HTMLSelectElement).value;
    }

    handleScope(event: Event): void {
        this.alone = (event.target as HTMLSelectElement).value === 'alone';
    }

    @api
    run(): void {
        const days = this.days === '' ? null : Number(this.days);
        this.dispatchEvent(new CustomEvent('run', { detail: { days, alone: this.ofOne && this.alone } }));
    }

    more(): void {
        this.dispatchEvent(new CustomEvent('more'));
    }

    close(): void {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
