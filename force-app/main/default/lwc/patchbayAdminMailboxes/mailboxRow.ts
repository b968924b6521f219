import type { Mailbox } from './patchbayAdminMailboxes';
import { labels } from './labels';

const STATES: Readonly<Record<string, { word: string; icon: string; tone: string }>> = {
    connected: { word: labels.connected, icon: 'utility:success', tone: 'good' },
    connecting: { word: labels.connecting, icon: 'utility:sync', tone: 'quiet' },
    idle: { word: labels.idle, icon: 'utility:sync', tone: 'quiet' },
    stopped: { word: labels.idle, icon: 'utility:sync', tone: 'quiet' },
    waiting: { word: labels.waiting, icon: 'utility:warning', tone: 'warning' },
    refused: { word: labels.refused, icon: 'utility:error', tone: 'bad' },
    disabled: { word: labels.disabled, icon: 'utility:ban', tone: 'quiet' },
};
const INTAKE = { word: labels.intake, icon: 'utility:success', tone: 'good' };

/** A mailbox as its row shows it: color never alone, the state has a shape and a word. */
export function rowOf(mailbox: Mailbox) {
    const known = STATES[mailbox.state];
    const state = mailbox.kind === 'intake' && mailbox.enabled ? INTAKE : known;
    const { word, icon, tone } = state ?? { word: mailbox.state, icon: 'utility:info', tone: 'quiet' };
    return {
        ...mailbox,
        stateWord: word,
        stateIcon: icon,
        stateClass: `pb-line state state_${tone}`,
        toggleLabel: mailbox.enabled ? labels.disable : labels.enable,
        isDisabled: !mailbox.enabled,
    };
}

/** All that it is, for a command that takes the whole; secrets stay as they are stored. */
export function wholeOf(mailbox: Mailbox) {
    const { address, displayName, queue, enabled, imap } = mailbox;
    return {
        mailboxId: mailbox.id,
        address,
        displayName,
        queueId: queue.id,
        enabled,
        imap: imap && {
            host: imap.host,
            port: imap.port,
            secure: imap.secure,
            requireTls: imap.requireTls,
            user: imap.user,
            mailbox: imap.mailbox,
            startFrom: imap.startFrom,
            authservId: imap.authservId,
            auth: imap.oauth
                ? { kind: 'oauth' as const, ...imap.oauth, clientSecret: null, refreshToken: null }
                : { kind: 'password' as const, password: null },
        },
    };
}
