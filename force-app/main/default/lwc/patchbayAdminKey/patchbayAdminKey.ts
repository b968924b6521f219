import { LightningElement } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

/** Replaces the key that the credentials of mailboxes are encrypted by (E11). Nothing is lost by it, so nothing is asked. */
export default class PatchbayAdminKey extends LightningElement {
    labels = labels;
    busy = false;
    refusal: { message: string; nextStep: string | null } | null = null;
    replaced = '';
    unreadable = '';

    async replace(): Promise<void> {
        this.busy = true;
        this.refusal = null;
        this.replaced = '';
        this.unreadable = '';
        const reply = await getSession(this).command('rotateEncryptionKey', {});
        this.busy = false;
        if (!reply.ok) {
            this.refusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        this.replaced = fill(labels.replaced, reply.value.resealed);
        if (reply.value.unreadable > 0) this.unreadable = fill(labels.unreadable, reply.value.unreadable);
    }
}
