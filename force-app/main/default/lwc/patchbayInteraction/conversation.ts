import type {
    CommandArgs,
    CommandName,
    DraftView,
    FeedEntryView,
    InteractionDetail,
    InteractionSummary,
    MessageView,
} from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';

export interface Refused {
    message: string;
    nextStep: string | null;
}

const KNOWN = 30;

/** What the interaction pane shows of one interaction. */
export interface ConversationState {
    readonly detail: InteractionDetail | null;
    readonly notes: readonly FeedEntryView[];
    readonly problem: Refused | null;
    /** Sent and not yet confirmed; their ids are below zero. */
    readonly sending: readonly MessageView[];
    /** What a command is expected to change, until the server has answered. */
    readonly expected: Partial<InteractionSummary> | null;
    readonly remote: boolean;
}

const START: ConversationState = {
    detail: null,
    notes: [],
    problem: null,
    sending: [],
    expected: null,
    remote: false,
};

/** Loads one interaction, follows its journal, and runs commands on it: shown at once, corrected on refusal. */
export class Conversation {
    state: ConversationState;
    readonly interactionId: number;
    private readonly changed: (state: ConversationState) => void;
    private unwatch: (() => void) | null = null;
    private turn = 0;
    private sent = 0;

    /** @param known what was seen of it before, shown until the server has answered */
    constructor(
        interactionId: number,
        changed: (state: ConversationState) => void,
        known: ConversationState = START,
    ) {
        this.interactionId = interactionId;
        this.changed = changed;
        this.state = { ...known, problem: null, sending: [], expected: null };
    }

    start(): void {
        if (this.state.detail) this.changed(this.state);
        this.unwatch = getSession().watch(this.interactionId, () => {
            void this.load();
        });
        void this.load().then(() => this.markRead());
    }

    stop(): void {
        this.turn += 1;
        this.unwatch?.();
        this.unwatch = null;
    }

    async load(): Promise<void> {
        const turn = (this.turn += 1);
        const { interactionId } = this;
        const [reply, feed] = await Promise.all([
            getSession().query('getInteraction', { interactionId, showRemote: this.state.remote }),
            getSession().query('getContactFeed', { interactionId, limit: 100 }),
        ]);
        // Overtaken by a newer question, or the agent has gone on.
        if (turn !== this.turn) return;
        if (!reply.ok) {
            this.set({ problem: { message: reply.message, nextStep: reply.nextStep } });
            return;
        }
        const notes = feed.ok
            ? feed.value.items.filter(
                  ({ kind, interaction }) => kind === 'note' && interaction?.id === interactionId,
              )
            : this.state.notes;
        this.set({ detail: reply.value, notes, problem: null });
    }

    /** What is known of the draft stays true, so that coming back does not show an older one. */
    setDraft(draft: DraftView | null): void {
        const { detail } = this.state;
        if (detail) this.state = { ...this.state, detail: { ...detail, draft } };
    }

    showRemote(): void {
        this.set({ remote: true });
        void this.load();
    }

    /** @returns null when it was done, else why not */
    async run<N extends CommandName>(
        name: N,
        args: CommandArgs<N>,
        expected: Partial<InteractionSummary> | null = null,
    ): Promise<Refused | null> {
        this.set({ expected });
        const reply = await getSession().command(name, args);
        await this.load();
        this.set({ expected: null });
        return reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
    }

    /** A message that is on its way stands in the timeline at once. */
    addSending({ text, to, cc }: { text: string; to: readonly string[]; cc: readonly string[] }): void {
        const { detail } = this.state;
        const { me } = getSession().state;
        if (!detail || !me) return;
        const message: MessageView = {
            id: -(this.sent += 1),
            direction: 'outbound',
            kind: 'message',
            from: { name: me.agent.name, address: detail.summary.queue.name },
            to: to.map((address) => ({ name: '', address })),
            cc: cc.map((address) => ({ name: '', address })),
            bcc: [],
            subject: detail.summary.subject,
            at: getSession().serverNow(),
            agent: me.agent,
            text: { visible: text, quoted: null },
            html: null,
            blockedRemote: 0,
            folded: null,
            attachments: [],
            answer: null,
            authentication: null,
            delivery: null,
        };
        this.set({ sending: [...this.state.sending, message] });
    }

    async confirmSending(): Promise<void> {
        await this.load();
        this.dropSending();
    }

    dropSending(): void {
        this.set({ sending: this.state.sending.slice(1) });
    }

    private async markRead(): Promise<void> {
        if (!this.state.detail?.summary.unread) return;
        await getSession().command('markRead', { interactionId: this.interactionId });
    }

    private set(part: Partial<ConversationState>): void {
        this.state = { ...this.state, ...part };
        if (this.unwatch) this.changed(this.state);
    }
}

/** Keeps what was seen of the last few. */
export function remember(known: Map<number, ConversationState>, seen: Conversation): void {
    known.set(seen.interactionId, seen.state);
    const oldest = known.keys().next().value;
    if (known.size > KNOWN && oldest !== undefined) known.delete(oldest);
}
