import { getSession } from 'c/patchbaySession';
import { clearNote, keepNote } from './keptNote';
import { ReplyView } from './replyView';

/** The note beside the reply: kept in this browser until it is posted. */
export class ReplyNote extends ReplyView {
    /** What a crash left on the disk comes too late then. */
    protected noteTyped = false;

    handleNote(event: CustomEvent<{ text: string }>): void {
        this.note = event.detail.text;
        this.noteTyped = true;
        keepNote(getSession().state.me?.agent.id ?? 0, this.interactionId, this.note);
    }

    async handlePost(event: CustomEvent<{ text: string; mentions: number[] }>): Promise<void> {
        this.noteBusy = true;
        this.noteRefusal = null;
        const reply = await getSession().command('postNote', {
            interactionId: this.interactionId,
            ...event.detail,
        });
        this.noteBusy = false;
        if (!reply.ok) {
            this.noteRefusal = { message: reply.message, nextStep: reply.nextStep };
            return;
        }
        this.note = '';
        clearNote(getSession().state.me?.agent.id ?? 0, this.interactionId);
        this.dispatchEvent(new CustomEvent('noteposted'));
    }
}
