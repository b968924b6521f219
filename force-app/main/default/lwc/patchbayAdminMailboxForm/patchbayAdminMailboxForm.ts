import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { QueryResult } from 'c/patchbayProtocol';
import { fieldsOf, type Field } from './formFields';
import { labels } from './labels';
import { argsOf, draftOf, imapOf, withPreset, type Draft, type Mailbox, type Preset } from './mailboxDraft';

type Trial = QueryResult<'testMailbox'>;

/**
 * A mailbox being added or changed. Fires `save` {args}, `test` {imap} and `cancel`; what was typed stays until the one
 * above takes the form away.
 */
export default class PatchbayAdminMailboxForm extends LightningElement {
    /** null: a new one. */
    @api mailbox: Mailbox | null = null;
    @api queues: readonly { id: number; name: string }[] = [];
    @api trial: Trial | null = null;
    @api testing = false;
    @api refusal: { message: string; nextStep: string | null } | null = null;
    @api saving = false;

    labels = labels;
    private draft: Draft | null = null;

    get current(): Draft {
        return this.draft ?? draftOf(this.mailbox, this.queues[0]?.id);
    }
    get heading(): string {
        return this.mailbox ? fill(labels.editing, this.mailbox.address) : labels.add;
    }
    get fields(): readonly Field[] {
        return fieldsOf(this.current, this.queues, this.mailbox?.imap?.hasSecret ?? false);
    }
    get isImap(): boolean {
        return this.current.kind === 'imap';
    }
    get testLabel(): string {
        return this.testing ? labels.testing : labels.test;
    }
    get trialTone(): string {
        return this.trial?.works ? 'note' : 'refused';
    }

    connectedCallback(): void {
        this.draft = draftOf(this.mailbox, this.queues[0]?.id);
    }

    @api
    focusFirst(): void {
        this.template?.querySelector<HTMLElement>('input')?.focus();
    }

    handleChange(event: Event): void {
        const field = event.currentTarget as HTMLInputElement | HTMLSelectElement;
        const name = field.dataset.name as keyof Draft;
        const draft = this.current;
        this.draft =
            name === 'preset'
                ? withPreset(draft, field.value as Preset)
                : ({ ...draft, [name]: field.value } as Draft);
        // Most providers' user name is the address.
        if (name === 'address' && (draft.user === '' || draft.user === draft.address))
            this.draft = { ...this.draft, user: field.value };
    }

    handleSubmit(event: Event): void {
        event.preventDefault();
        const args = argsOf(this.current, this.mailbox?.enabled ?? true);
        this.dispatchEvent(new CustomEvent('save', { detail: { args } }));
    }

    handleTest(): void {
        this.dispatchEvent(new CustomEvent('test', { detail: { imap: imapOf(this.current) } }));
    }

    handleCancel(): void {
        this.dispatchEvent(new CustomEvent('cancel'));
    }
}
