import { LightningElement } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type {
    Channel,
    CommandArgs,
    CommandName,
    MeView,
    NotificationView,
    OfferView,
    Presence,
    QueueCounterView,
} from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

/** My status, the connection and the bell; the same in the utility and the workspace. Fires `open` {interactionId}. */
export default class PatchbayTopBar extends LightningElement {
    labels = labels;
    expected: Presence | null = null;
    refusal: { message: string; nextStep: string | null } | null = null;
    private session = getSession().state;
    private stop?: () => void;
    /** Read here before the server has said so; also what was set for notifications. */
    private readUpTo = 0;
    private chosenNotify: MeView['notifyBy'] = {};
    /** Shown at once, until the server has answered. */
    private chosenHidden: readonly Channel[] | null = null;

    connectedCallback(): void {
        this.session = getSession().state;
        this.stop = getSession().subscribe((state) => (this.session = state));
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    get me(): MeView | null {
        const { me } = this.session;
        return me && { ...me, notifyBy: { ...me.notifyBy, ...this.chosenNotify } };
    }
    get outside(): boolean {
        return this.session.me?.withinWorkingHours === false;
    }
    get isOffline(): boolean {
        return this.session.phase === 'offline';
    }
    get offlineSince(): number | null {
        return this.session.offlineSince;
    }
    get pending(): string {
        const { pendingCommands } = this.session;
        return this.isOffline && pendingCommands > 0 ? fill(labels.pendingCommands, pendingCommands) : '';
    }
    get offers(): readonly OfferView[] {
        return this.session.offers;
    }
    /** R7: by permission, and each as they like. */
    get seesCounters(): boolean {
        return this.session.me?.permissions.includes('queue_counters') ?? false;
    }
    get counters(): readonly QueueCounterView[] {
        const mine = new Set(this.session.me?.queues.map(({ id }) => id));
        return this.session.queues.filter(({ queue }) => mine.has(queue.id));
    }
    get hiddenCounters(): readonly Channel[] {
        return this.chosenHidden ?? this.session.me?.hiddenCounters ?? [];
    }
    get notifications(): NotificationView[] {
        return this.session.notifications.map((one) =>
            one.id <= this.readUpTo ? { ...one, read: true } : one,
        );
    }

    async handleStatus(
        event: CustomEvent<{ status: 'available' | 'unavailable'; reason: string | null }>,
    ): Promise<void> {
        this.expected = event.detail.status;
        await this.run('setStatus', event.detail);
        this.expected = null;
    }

    handleSignOut(): void {
        void getSession().signOut();
    }

    handleOpen(event: CustomEvent): void {
        this.dispatchEvent(new CustomEvent('open', { detail: event.detail }));
    }

    handleRead(event: CustomEvent<{ upToId: number }>): void {
        this.readUpTo = event.detail.upToId;
        void this.run('markNotificationsRead', event.detail);
    }

    async handleNotify(
        event: CustomEvent<{ kind: string; sound: boolean; desktop: boolean }>,
    ): Promise<void> {
        const { kind, sound, desktop } = event.detail;
        const before = this.chosenNotify;
        this.chosenNotify = { ...before, [kind]: { sound, desktop } };
        if (!(await this.run('setNotifyBy', event.detail))) this.chosenNotify = before;
    }

    async handleCounters(event: CustomEvent<{ channels: Channel[] }>): Promise<void> {
        this.chosenHidden = event.detail.channels;
        await this.run('setHiddenCounters', event.detail);
        this.chosenHidden = null;
    }

    forget(): void {
        this.refusal = null;
    }

    private async run<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<boolean> {
        this.refusal = null;
        const reply = await getSession().command(name, args);
        if (!reply.ok) this.refusal = { message: reply.message, nextStep: reply.nextStep };
        return reply.ok;
    }
}
