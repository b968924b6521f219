import type { PresenceView } from 'c/patchbayProtocol';

/** The "@mar" that the caret stands behind. */
export interface MentionStart {
    at: number;
    typed: string;
}

export function mentionBefore(text: string, caret: number): MentionStart | null {
    const before = text.slice(0, caret);
    const found = /(?:^|\s)@([\p{L}\p{M}'’-]*(?: [\p{L}\p{M}'’-]*)?)$/u.exec(before);
    const typed = found?.[1];
    return typed === undefined ? null : { at: caret - typed.length - 1, typed };
}

/** Up to six whose name, or one of its parts, begins so. */
export function mentionable(agents: readonly PresenceView[], typed: string): PresenceView[] {
    const wanted = typed.toLocaleLowerCase();
    return agents
        .filter(({ agent }) => {
            const name = agent.name.toLocaleLowerCase();
            return name.startsWith(wanted) || name.split(' ').some((part) => part.startsWith(wanted));
        })
        .slice(0, 6);
}

/** The agents whose "@Name" stands in the text: deleting the words takes the mention back. */
export function mentionsIn(text: string, agents: readonly PresenceView[]): number[] {
    return agents.filter(({ agent }) => text.includes(`@${agent.name}`)).map(({ agent }) => agent.id);
}
