import { LightningElement } from 'lwc';
import { onTick } from 'c/patchbayClock';
import { fill } from 'c/patchbayFormat';
import type { CommandArgs, QueryArgs, QueryResult } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';

import { labels } from './labels';
import { rowOf, wholeOf } from './mailboxRow';

export type Mailbox = QueryResult<'listMailboxes'>['items'][number];
type Args = CommandArgs<'createMailbox'>;
interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}

/** Seconds between looks at how the mailboxes are doing, while this is on the screen. */
const LOOK_EVERY = 3;

const idOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.mailbox);

/** The addresses that customers write to, and how each is doing (E11). */
export default class PatchbayAdminMailboxes extends LightningElement {
    labels = labels;
    refusal: Refusal | null = null;
    formRefusal: Refusal | null = null;
    trial: QueryResult<'testMailbox'> | null = null;
    testing = false;
    saving = false;
    queues: readonly { id: number; name: string }[] = [];
    canStore = true;
    private mailboxes: readonly Mailbox[] | null = null;
    /** null: no form; 0: a new one. */
    private editing: number | null = null;
    /** Asked about before it is deleted. */
    private deleting: number | null = null;
    private focusWanted: string | null = null;
    busy = false;
    private ticks = 0;
    private stop?: () => void;

    connectedCallback(): void {
        void this.load();
        void this.loadQueues();
        this.stop = onTick(() => {
            this.ticks += 1;
            if (this.ticks % LOOK_EVERY === 0 && this.isVisible) void this.load();
        });
    }

    disconnectedCallback(): void {
        this.stop?.();
    }

    renderedCallback(): void {
        const wanted = this.focusWanted && this.template?.querySelector<HTMLElement>(this.focusWanted);
        if (!wanted) return;
        this.focusWanted = null;
        wanted.focus();
    }

    get isLoading(): boolean {
        return this.mailboxes === null && this.refusal === null;
    }
    /** There is something that it encrypts. */
    get showsKey(): boolean {
        return this.canStore && (this.mailboxes ?? []).some(({ imap }) => imap !== null);
    }
    get isEmpty(): boolean {
        return this.mailboxes?.length === 0 && this.editing === null;
    }
    get cannotStore(): boolean {
        return !this.canStore;
    }
    get rows() {
        return (this.mailboxes ?? []).map((mailbox) => ({
            ...rowOf(mailbox),
            isEdited: mailbox.id === this.editing,
            isDeleting: mailbox.id === this.deleting && !mailbox.enabled,
            deleteText: fill(labels.deleteText, mailbox.address),
        }));
    }
    get isAdding(): boolean {
        return this.editing === 0;
    }
    /** One primary action: while a form is open it is that form's. */
    get isListing(): boolean {
        return this.editing === null;
    }
    get hasQueues(): boolean {
        return this.queues.length > 0;
    }

    handleAdd(): void {
        this.open(0);
    }
    handleEdit(event: Event): void {
        this.open(idOf(event));
    }
    handleCancel(): void {
        this.editing = null;
    }
    dismiss(): void {
        this.refusal = null;
    }

    async handleSave(event: CustomEvent<{ args: Args }>): Promise<void> {
        const { args } = event.detail;
        const { editing } = this;
        if (editing === null || this.saving) return;
        this.saving = true;
        this.formRefusal = null;
        const session = getSession(this);
        const reply =
            editing === 0
                ? await session.command('createMailbox', args)
                : await session.command('updateMailbox', { mailboxId: editing, ...args });
        this.saving = false;
        if (reply.ok) {
            this.editing = null;
            await this.load();
        } else this.formRefusal = { message: reply.message, nextStep: reply.nextStep };
    }

    async handleTest(event: CustomEvent<{ imap: QueryArgs<'testMailbox'>['imap'] }>): Promise<void> {
        const { editing } = this;
        this.testing = true;
        this.trial = null;
        const args = { mailboxId: editing === 0 ? null : editing, imap: event.detail.imap };
        const reply = await getSession(this).query('testMailbox', args);
        this.testing = false;
        if (this.editing !== editing) return;
        this.trial = reply.ok
            ? reply.value
            : { works: false, step: null, message: reply.message, nextStep: reply.nextStep };
    }

    async handleToggle(event: Event): Promise<void> {
        const mailbox = this.find(event);
        if (!mailbox) return;
        await this.run('updateMailbox', { ...wholeOf(mailbox), enabled: !mailbox.enabled });
    }

    handleDelete(event: Event): void {
        this.refusal = null;
        this.deleting = idOf(event);
    }
    handleKeep(): void {
        this.focusWanted = `[data-action="delete"][data-mailbox="${this.deleting}"]`;
        this.deleting = null;
    }

    async handleConfirmDelete(): Promise<void> {
        const mailboxId = this.deleting;
        if (mailboxId === null || this.busy) return;
        this.busy = true;
        await this.run('deleteMailbox', { mailboxId });
        this.busy = false;
        this.deleting = null;
        this.focusWanted = `[data-action="delete"][data-mailbox="${mailboxId}"], [data-id="add"]`;
    }

    private async run<N extends 'updateMailbox' | 'deleteMailbox'>(
        name: N,
        args: CommandArgs<N>,
    ): Promise<void> {
        const reply = await getSession(this).command(name, args);
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        if (reply.ok) await this.load();
    }

    private open(id: number): void {
        this.editing = id;
        this.trial = null;
        this.formRefusal = null;
    }

    private find(event: Event): Mailbox | undefined {
        return this.mailboxes?.find(({ id }) => id === idOf(event));
    }

    /** A hidden tab asks nothing. */
    private get isVisible(): boolean {
        const page = this.refs?.page;
        return !document.hidden && page !== undefined && page.clientWidth > 0;
    }

    private async load(): Promise<void> {
        const reply = await getSession(this).query('listMailboxes', {});
        if (reply.ok) {
            this.mailboxes = reply.value.items;
            this.canStore = reply.value.canStoreCredentials;
        } else if (this.mailboxes === null)
            this.refusal = { message: reply.message, nextStep: reply.nextStep };
    }

    private async loadQueues(): Promise<void> {
        const reply = await getSession(this).query('listQueues', {});
        if (reply.ok) this.queues = reply.value.items.map(({ id, name }) => ({ id, name }));
    }
}
