import { LightningElement } from 'lwc';
import type { QueryResult } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

type Mailbox = QueryResult<'listMailboxes'>['items'][number];

/** The addresses that customers write to, and how each is doing (E11). */
export default class PatchbayAdminMailboxes extends LightningElement {
    labels = labels;
    mailboxes: readonly Mailbox[] | null = null;
    problem: string | null = null;

    connectedCallback(): void {
        void this.load();
    }

    get isLoading(): boolean {
        return this.mailboxes === null && this.problem === null;
    }
    get isEmpty(): boolean {
        return this.mailboxes?.length === 0;
    }

    get rows(): readonly Mailbox[] {
        return this.mailboxes ?? [];
    }

    private async load(): Promise<void> {
        const reply = await getSession(this).query('listMailboxes', {});
        if (reply.ok) this.mailboxes = reply.value.items;
        this.problem = reply.ok ? null : reply.message;
    }
}
