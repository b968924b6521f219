import { LightningElement } from 'lwc';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';
import { SECTIONS, sectionsFor, type Section } from './sections';

/** From here on the sections stand beside what is shown; below they are a select above it. */
export const NAVIGATION_BESIDE = 700;
const OPEN_KEY = 'patchbay.administration.section';

/** The administration tab: its sections, one of them shown. The server decides what an admin may change. */
export default class PatchbayAdministration extends LightningElement {
    labels = labels;
    private session = getSession(this).state;
    private name: string = localStorage.getItem(OPEN_KEY) ?? SECTIONS[0].name;
    private isNarrow = false;
    private observer?: ResizeObserver;
    private stop?: () => void;

    connectedCallback(): void {
        this.session = getSession(this).state;
        this.stop = getSession().subscribe((state) => (this.session = state));
    }

    disconnectedCallback(): void {
        this.stop?.();
        this.observer?.disconnect();
    }

    renderedCallback(): void {
        const root = this.refs?.root;
        if (!root || this.observer || typeof ResizeObserver === 'undefined') return;
        this.observer = new ResizeObserver(() => this.measure());
        this.observer.observe(root);
        this.measure();
    }

    get rootClass(): string {
        return this.isNarrow ? 'root root_narrow' : 'root';
    }
    get isSignedOut(): boolean {
        return this.session.phase === 'signed_out';
    }
    get isFailed(): boolean {
        return this.session.phase === 'failed';
    }
    get isStarting(): boolean {
        return !this.session.me;
    }
    get isForbidden(): boolean {
        return this.mine.length === 0;
    }
    get isOffline(): boolean {
        return this.session.phase === 'offline';
    }
    get offlineSince(): number | null {
        return this.session.offlineSince;
    }
    get problem(): string | null {
        return this.session.problem;
    }
    get failedText(): string {
        return this.session.problem ?? labels.failedText;
    }
    private get mine(): readonly Section[] {
        return sectionsFor(this.session.me?.role);
    }
    get current(): Section {
        return this.mine.find(({ name }) => name === this.name) ?? this.mine[0] ?? SECTIONS[0];
    }
    get sections() {
        return this.mine.map((section) => {
            const isCurrent = section === this.current;
            return {
                ...section,
                isCurrent,
                ariaCurrent: isCurrent ? 'page' : null,
                className: isCurrent ? 'pb-plain item item_current' : 'pb-plain item',
            };
        });
    }
    /** By name, for the template: exactly one is true. */
    get shown(): Readonly<Record<string, boolean>> {
        return { [this.current.name]: true };
    }

    handleItem(event: Event): void {
        this.open((event.currentTarget as HTMLElement).dataset.name ?? '');
    }

    handleSelect(event: Event): void {
        this.open((event.currentTarget as HTMLSelectElement).value);
    }

    reload(): void {
        window.location.reload();
    }

    private open(name: string): void {
        this.name = name;
        localStorage.setItem(OPEN_KEY, name);
    }

    private measure(): void {
        const width = this.refs?.root?.clientWidth ?? 0;
        // A hidden tab has no width; it keeps what it had.
        if (width > 0) this.isNarrow = width < NAVIGATION_BESIDE;
    }
}
