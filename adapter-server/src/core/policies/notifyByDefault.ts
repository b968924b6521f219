/**
 * W5: "Notifications in the bell for offers, mentions, transfers, follow-ups due, missed, voicemail; on the desktop and
 * by sound as each user sets it (default: offers, mentions, follow-ups due, missed)."
 */

export interface NotifyBy {
    readonly sound: boolean;
    readonly desktop: boolean;
}

/** The kinds that reach beyond the bell until somebody sets otherwise. */
export const NOTIFIED_BY_DEFAULT: readonly string[] = ['offer', 'mention', 'follow_up', 'missed'];

/** By kind, as a user has it who has set nothing; a kind that is not named stays in the bell. */
export const notifyByDefault = (): Record<string, NotifyBy> =>
    Object.fromEntries(NOTIFIED_BY_DEFAULT.map((kind) => [kind, { sound: true, desktop: true }]));
