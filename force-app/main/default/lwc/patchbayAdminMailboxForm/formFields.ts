import type { Draft } from './mailboxDraft';
import { labels } from './labels';

type Name = keyof Draft;
export interface Field {
    readonly name: Name;
    readonly label: string;
    readonly value: string;
    readonly type: string;
    readonly help: string | null;
    /** Set: one is chosen. */
    readonly options: readonly { value: string; label: string; selected: boolean }[] | null;
    readonly className: string;
}

/** The fields that this draft has, in their order; `stored`: a secret is stored already. */
export function fieldsOf(
    draft: Draft,
    queues: readonly { id: number; name: string }[],
    stored: boolean,
): readonly Field[] {
    const text = (name: Name, label: string, type = 'text', wide = false): Field => ({
        name,
        label,
        value: draft[name],
        type,
        help: type === 'password' && stored ? labels.keep : null,
        options: null,
        className: wide ? 'slds-form-element field field_wide' : 'slds-form-element field',
    });
    const choice = (name: Name, label: string, options: readonly [string, string][]): Field => ({
        ...text(name, label),
        options: options.map(([value, word]) => ({ value, label: word, selected: draft[name] === value })),
    });
    const common = [
        text('address', labels.address, 'email'),
        text('displayName', labels.displayName),
        choice(
            'queueId',
            labels.queue,
            queues.map(({ id, name }) => [String(id), name]),
        ),
        choice('kind', labels.kind, [
            ['intake', labels.kindIntake],
            ['imap', labels.kindImap],
        ]),
    ];
    if (draft.kind === 'intake') return common;
    const server = [
        choice('preset', labels.preset, [
            ['other', labels.other],
            ['microsoft', labels.microsoft],
            ['google', labels.google],
        ]),
        text('host', labels.host),
        text('port', labels.port, 'number'),
        choice('tls', labels.tls, [
            ['tls', labels.tlsYes],
            ['starttls', labels.tlsStart],
            ['none', labels.tlsNone],
        ]),
        text('user', labels.user),
        text('folder', labels.folder),
        choice('startFrom', labels.from, [
            ['now', labels.fromNow],
            ['beginning', labels.fromBeginning],
        ]),
        text('authservId', labels.authserv),
        choice('auth', labels.signInWith, [
            ['password', labels.passwordSignIn],
            ['oauth', labels.oauth],
        ]),
    ];
    const secrets =
        draft.auth === 'password'
            ? [text('password', labels.password, 'password')]
            : [
                  text('tokenUrl', labels.tokenUrl, 'url', true),
                  text('scope', labels.scope, 'text', true),
                  text('clientId', labels.clientId),
                  text('clientSecret', labels.clientSecret, 'password'),
                  text('refreshToken', labels.refreshToken, 'password', true),
              ];
    return [...common, ...server, ...secrets];
}
