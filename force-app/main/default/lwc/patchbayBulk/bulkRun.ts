import type { CommandArgs, CommandName, InteractionSummary, Reply } from 'c/patchbayProtocol';

export interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}
/** A command as it can be kept, and given again. */
export type Order = { [N in CommandName]: { readonly name: N; readonly args: CommandArgs<N> } }[CommandName];
/** As much of an interaction as the report tells. */
export type BulkItem = Pick<InteractionSummary, 'id' | 'number' | 'customer' | 'routing'>;
/** What is done with one interaction: a command, and what follows where that was done; or why it is not even tried. */
export interface Job {
    readonly item: BulkItem;
    readonly work: { readonly ask: Order; readonly then?: Order } | Refusal;
}
/** With the ids of its commands: the same id twice does the work once, also after a reload. */
interface NumberedJob extends Job {
    readonly askId: string;
    readonly thenId: string;
}
interface Outcomes {
    /** What is being done, in a word. */
    readonly title: string;
    readonly total: number;
    readonly done: readonly BulkItem[];
    readonly refused: readonly (Refusal & { readonly item: BulkItem })[];
    readonly isOver: boolean;
}
export interface RunState extends Outcomes {
    /** Not tried: it was stopped before. */
    readonly left: readonly BulkItem[];
    readonly isStopping: boolean;
    /** Not by the agent: the page was reloaded in between. */
    readonly isInterrupted: boolean;
}
/** All of it, to go on from there. */
export interface KeptRun extends Outcomes {
    readonly jobs: readonly NumberedJob[];
}
export interface RunPort {
    give(order: Order, id: string): Promise<Reply<unknown>>;
    newId(): string;
    /** After each step, before the next. */
    keep(run: KeptRun): void;
}

/**
 * The same with several interactions: one command each, one after the other, so that a refusal stops none of the others.
 * While the connection is away the command waits, and is repeated by its id; the next one follows when it is answered.
 */
export class BulkRun {
    state: RunState;
    private jobs: readonly NumberedJob[];
    private readonly port: RunPort;
    /** Whoever shows it: two bars of one page, or nobody for a while where the list is not on the screen. */
    private readonly watching = new Set<(state: RunState) => void>();

    constructor(kept: KeptRun, port: RunPort) {
        const { jobs, ...outcomes } = kept;
        this.jobs = jobs;
        this.port = port;
        // One that is begun has tried nothing, and is not interrupted by that.
        this.state = {
            ...outcomes,
            left: jobs.map(({ item }) => item),
            isStopping: false,
            isInterrupted: outcomes.isOver && jobs.length > 0,
        };
    }

    static of(title: string, jobs: readonly Job[], port: RunPort): BulkRun {
        const numbered = jobs.map((job) => ({ ...job, askId: port.newId(), thenId: port.newId() }));
        const nothing = { title, total: jobs.length, done: [], refused: [], isOver: false };
        return new BulkRun({ ...nothing, jobs: numbered }, port);
    }

    /** @returns what stops it */
    watch(changed: (state: RunState) => void): () => void {
        this.watching.add(changed);
        return () => this.watching.delete(changed);
    }

    /** From the start, or on from where it was interrupted. */
    async start(): Promise<RunState> {
        this.set({ isOver: false, isInterrupted: false });
        await this.go();
        this.set({ isOver: true });
        return this.state;
    }

    /** After a reload: what was on its way then is asked for by its id, and nothing else is done unasked. */
    async settle(): Promise<RunState> {
        await this.step();
        this.set({ isOver: true, isInterrupted: this.jobs.length > 0 });
        return this.state;
    }

    /** What is on its way is waited for. */
    stop(): void {
        this.set({ isStopping: true });
    }

    private async go(): Promise<void> {
        if (this.jobs.length === 0 || this.state.isStopping) return;
        await this.step();
        await this.go();
    }

    private async step(): Promise<void> {
        const [job, ...jobs] = this.jobs;
        if (!job) return;
        const refusal = await this.attempt(job);
        const { done, refused } = this.state;
        const { item } = job;
        this.jobs = jobs;
        this.set({
            left: jobs.map((one) => one.item),
            ...(refusal ? { refused: [...refused, { ...refusal, item }] } : { done: [...done, item] }),
        });
    }

    private async attempt({ work, askId, thenId }: NumberedJob): Promise<Refusal | null> {
        if ('message' in work) return work;
        const reply = await this.port.give(work.ask, askId);
        if (!reply.ok) return { message: reply.message, nextStep: reply.nextStep };
        // It was done; that it is still in somebody's inbox is no reason to call it refused.
        if (work.then) await this.port.give(work.then, thenId);
        return null;
    }

    private set(part: Partial<RunState>): void {
        this.state = { ...this.state, ...part };
        const { title, total, done, refused, isOver } = this.state;
        this.port.keep({ title, total, done, refused, isOver, jobs: this.jobs });
        for (const changed of this.watching) changed(this.state);
    }
}
