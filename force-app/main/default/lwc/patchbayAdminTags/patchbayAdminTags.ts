import { LightningElement } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { QueryResult, Reply } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

type Listed = QueryResult<'listTags'>;
type Tag = Listed['items'][number];
interface Refusal {
    readonly message: string;
    readonly nextStep: string | null;
}
const idOf = (event: Event): number => Number((event.currentTarget as HTMLElement).dataset.tag);
const countWords = (n: number): string => (n === 1 ? labels.countOne : fill(labels.count, n));

/** The organization's tags: how many interactions have each; new ones, renaming (which merges), deleting. */
export default class PatchbayAdminTags extends LightningElement {
    labels = labels;
    refusal: Refusal | null = null;
    notice: string | null = null;
    busy = false;
    newName = '';
    name = '';
    private listed: Listed | null = null;
    private renaming: number | null = null;
    private deleting: number | null = null;
    private focusWanted: string | null = null;

    connectedCallback(): void {
        void this.load();
    }

    renderedCallback(): void {
        if (this.focusWanted === null) return;
        this.template?.querySelector<HTMLElement>(this.focusWanted)?.focus();
        this.focusWanted = null;
    }

    get isLoading(): boolean {
        return this.listed === null && this.refusal === null;
    }
    get isThere(): boolean {
        return this.listed !== null;
    }
    get isEmpty(): boolean {
        return this.listed?.items.length === 0;
    }
    get cannotAdd(): boolean {
        return this.busy || this.newName.trim() === '';
    }
    get cannotRename(): boolean {
        return this.busy || this.name.trim() === '' || this.name.trim() === this.tagOf(this.renaming)?.name;
    }
    get makers() {
        const now = this.listed?.newTags;
        return [
            { value: 'everybody', label: labels.everybody, selected: now === 'everybody' },
            { value: 'admins', label: labels.admins, selected: now === 'admins' },
        ];
    }
    get rows() {
        return (this.listed?.items ?? []).map((tag) => ({
            id: tag.id,
            name: tag.name,
            count: countWords(tag.interactions),
            also: tag.also.length === 0 ? '' : fill(labels.also, tag.also.join(', ')),
            renameName: fill(labels.renameName, tag.name),
            deleteName: fill(labels.deleteName, tag.name),
            newName: fill(labels.newName, tag.name),
            deleteText: fill(labels.deleteText, countWords(tag.interactions)),
            isRenaming: tag.id === this.renaming,
            isDeleting: tag.id === this.deleting,
            isResting: tag.id !== this.renaming && tag.id !== this.deleting,
        }));
    }

    handleNewName(event: Event): void {
        this.newName = (event.currentTarget as HTMLInputElement).value;
    }
    handleName(event: Event): void {
        this.name = (event.currentTarget as HTMLInputElement).value;
    }
    handleRename(event: Event): void {
        this.renaming = idOf(event);
        this.deleting = null;
        this.name = this.tagOf(this.renaming)?.name ?? '';
        this.focusWanted = '[data-id="name"]';
    }
    handleDelete(event: Event): void {
        this.deleting = idOf(event);
        this.renaming = null;
    }
    handleKeys(event: KeyboardEvent): void {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.leave();
    }
    leave(): void {
        const id = this.renaming ?? this.deleting;
        const action = this.renaming === null ? 'delete' : 'rename';
        this.renaming = null;
        this.deleting = null;
        this.focusWanted = `[data-action="${action}"][data-tag="${id}"]`;
    }
    dismiss(): void {
        this.refusal = null;
        this.notice = null;
    }

    async handleAdd(event: Event): Promise<void> {
        event.preventDefault();
        if (this.cannotAdd) return;
        this.busy = true;
        const name = this.newName.trim();
        const reply = await getSession(this).command('createTag', { name });
        if (reply.ok) this.newName = '';
        await this.settle(reply, fill(labels.added, name));
    }

    async handleSaveName(event: Event): Promise<void> {
        event.preventDefault();
        const tag = this.tagOf(this.renaming);
        if (!tag || this.cannotRename) return;
        this.busy = true;
        const name = this.name.trim();
        const reply = await getSession(this).command('renameTag', { tagId: tag.id, name });
        if (reply.ok) this.renaming = null;
        const words = reply.ok && reply.value.merged ? labels.merged : labels.renamed;
        await this.settle(reply, fill(words, tag.name, name));
    }

    async handleConfirmDelete(): Promise<void> {
        const tag = this.tagOf(this.deleting);
        if (!tag) return;
        this.busy = true;
        const reply = await getSession(this).command('deleteTag', { tagId: tag.id });
        this.deleting = null;
        const count = reply.ok ? reply.value.interactions : 0;
        await this.settle(reply, fill(labels.deleted, tag.name, countWords(count)));
    }

    async handleWho(event: Event): Promise<void> {
        const { value } = event.currentTarget as HTMLSelectElement;
        const newTags = value === 'admins' ? 'admins' : 'everybody';
        await this.settle(await getSession(this).command('setWhoMakesTags', { newTags }), null);
    }

    private tagOf(id: number | null): Tag | undefined {
        return this.listed?.items.find((tag) => tag.id === id);
    }

    private async settle(reply: Reply<unknown>, notice: string | null): Promise<void> {
        this.busy = false;
        this.refusal = reply.ok ? null : { message: reply.message, nextStep: reply.nextStep };
        this.notice = reply.ok ? notice : null;
        if (reply.ok) await this.load();
    }

    private async load(): Promise<void> {
        const reply = await getSession(this).query('listTags', {});
        if (reply.ok) this.listed = reply.value;
        else this.refusal = { message: reply.message, nextStep: reply.nextStep };
    }
}
