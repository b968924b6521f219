import type { InteractionSummary, Reply } from 'c/patchbayProtocol';

export interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}
type Ask = () => Promise<Reply<unknown>>;
/** What is done with one interaction: a command, and what follows where that was done; or why it is not even tried. */
export interface Job {
    readonly item: InteractionSummary;
    readonly work: { readonly ask: Ask; readonly then?: Ask } | Refusal;
}
export interface RunState {
    /** What is being done, in a word. */
    readonly title: string;
    readonly total: number;
    readonly done: readonly InteractionSummary[];
    readonly refused: readonly (Refusal & { readonly item: InteractionSummary })[];
    /** Not tried: it was stopped before. */
    readonly left: readonly InteractionSummary[];
    readonly isStopping: boolean;
    readonly isOver: boolean;
}

/**
 * The same with several interactions: one command each, one after the other, so that a refusal stops none of the others.
 * While the connection is away the command waits, and is repeated by its id; the next one follows when it is answered.
 */
export class BulkRun {
    state: RunState;
    private readonly jobs: readonly Job[];
    /** Whoever shows it; nobody for a while where the list is not on the screen. */
    changed: (state: RunState) => void;

    constructor(title: string, jobs: readonly Job[], changed: (state: RunState) => void) {
        this.jobs = jobs;
        this.changed = changed;
        const items = jobs.map(({ item }) => item);
        this.state = {
            title,
            total: jobs.length,
            done: [],
            refused: [],
            left: items,
            isStopping: false,
            isOver: false,
        };
    }

    async start(): Promise<RunState> {
        this.set({});
        await this.go(0);
        this.set({ isOver: true });
        return this.state;
    }

    /** What is on its way is waited for. */
    stop(): void {
        this.set({ isStopping: true });
    }

    private async go(at: number): Promise<void> {
        const job = this.jobs[at];
        if (!job || this.state.isStopping) return;
        const refusal = await attempt(job);
        const { done, refused, left } = this.state;
        const { item } = job;
        this.set({
            left: left.filter((one) => one !== item),
            ...(refusal ? { refused: [...refused, { ...refusal, item }] } : { done: [...done, item] }),
        });
        await this.go(at + 1);
    }

    private set(part: Partial<RunState>): void {
        this.state = { ...this.state, ...part };
        this.changed(this.state);
    }
}

async function attempt({ work }: Job): Promise<Refusal | null> {
    if ('message' in work) return work;
    const reply = await work.ask();
    if (!reply.ok) return { message: reply.message, nextStep: reply.nextStep };
    // It was done; that it is still in somebody's inbox is no reason to call it refused.
    await work.then?.();
    return null;
}
