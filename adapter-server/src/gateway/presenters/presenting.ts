import type { Names } from '../../queries/names.ts';
import type { Viewer } from '../../queries/viewer.ts';

/** For whom and when something is shown: names, the reader's zone, the moment. */
export interface Presenting {
    readonly names: Names;
    readonly viewer: Pick<Viewer, 'agentId' | 'timeZone'>;
    readonly now: number;
}

/** How mail is made safe and folded; the email channel's, given to the gateway by main.ts. */
export interface MailDisplay {
    showMail(
        body: MailBody,
        options: ShowOptions,
    ): {
        readonly text: Folded;
        readonly html: Folded | null;
        readonly blockedRemote: number;
        readonly folded: string | null;
    };
    /** Whether of HTML that begins so no more is needed for showMail. */
    holdsFirstSlice(beginning: string): boolean;
    showMailSlice(
        body: MailBody,
        number: number,
        options: ShowOptions,
    ): {
        readonly text: string | null;
        readonly html: string | null;
        readonly blockedRemote: number;
        readonly more: boolean;
    };
}
interface MailBody {
    readonly text: string;
    readonly html: string | null;
}
interface Folded {
    readonly visible: string;
    readonly quoted: string | null;
}
interface ShowOptions {
    readonly cidUrl: (contentId: string) => string | null;
    readonly showRemote: boolean;
    /** Names the mail and how it is shown: what is asked for by the same key need not be made anew. */
    readonly key?: string;
}

export const agentRef = (names: Names, id: number): { id: number; name: string } => ({
    id,
    name: names.agent(id),
});
export const agentRefOrNull = (names: Names, id: number | null): { id: number; name: string } | null =>
    id === null ? null : agentRef(names, id);
/** What people say on the phone. */
export const numberOf = (interactionId: number): string => String(interactionId);
