import { getSession } from 'c/patchbaySession';
import type { AttachmentView } from 'c/patchbayProtocol';

/** A file on its way to the server, or there. */
export interface Upload {
    key: string;
    id: number | null;
    filename: string;
    contentType: string;
    size: number;
    progress: number | null;
    error: string | null;
    /** Seen within the formatted text, and no file below it. */
    inline?: boolean;
    /** The message that it came with: it goes when another is forwarded. */
    forwardedFrom?: number | null;
}

export function uploaded(attachment: AttachmentView): Upload {
    return { ...attachment, key: `id-${attachment.id}`, progress: null, error: null };
}

/** What the draft keeps and the reply carries: only what the server has. */
export function attached(uploads: readonly Upload[]): AttachmentView[] {
    return uploads.flatMap(({ id, filename, contentType, size, inline = false, forwardedFrom = null }) =>
        id === null ? [] : [{ id, filename, contentType, size, inline, forwardedFrom }],
    );
}

/** Sends one file and tells of each step by what replaces the entry of that key. */
export async function upload(
    file: File,
    step: (change: Partial<Upload>) => void,
    inline = false,
): Promise<void> {
    const reply = await getSession().upload(file, (part) => step({ progress: part }), inline);
    if (reply.ok) {
        const { id, filename, contentType, size } = reply.value;
        step({ id, filename, contentType, size, progress: null });
    } else
        step({
            progress: null,
            error: reply.nextStep ? `${reply.message} ${reply.nextStep}` : reply.message,
        });
}

export function waiting(key: string, file: File, inline = false): Upload {
    return {
        key,
        id: null,
        filename: file.name,
        contentType: file.type || 'application/octet-stream',
        size: file.size,
        progress: 0,
        error: null,
        inline,
    };
}
