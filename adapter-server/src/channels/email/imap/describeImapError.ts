/** Only a person can help: the credentials are wrong, expired or withdrawn. */
export class SignInRefusedError extends Error {
    constructor(message: string, cause?: unknown) {
        super(message, { cause });
        this.name = 'SignInRefusedError';
    }
}

export type FailedStep = 'dns' | 'connect' | 'tls' | 'sign_in' | 'folder' | 'other';
export interface ImapProblem {
    readonly step: FailedStep;
    readonly message: string;
    readonly nextStep: string;
}
interface Where {
    readonly host: string;
    readonly port: number;
    readonly secure: boolean;
    readonly mailbox: string;
}
interface Details {
    readonly code?: string;
    readonly message?: string;
    readonly authenticationFailed?: boolean;
    readonly responseText?: string;
    readonly serverResponseCode?: string;
    readonly mailboxMissing?: boolean;
    readonly tlsFailed?: boolean;
}

const CERTIFICATE =
    /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_CERT|HOSTNAME_MISMATCH|INVALID_CA)/;

/** What is wrong, in words for an admin (E11), and what to do. */
export function describeImapError(error: unknown, { host, port, secure, mailbox }: Where): ImapProblem {
    const details = (error instanceof Error ? error : {}) as Details;
    const { code = '', message = String(error) } = details;
    const problem = (step: FailedStep, text: string, nextStep: string): ImapProblem => ({
        step,
        message: text,
        nextStep,
    });
    if (error instanceof SignInRefusedError)
        return problem('sign_in', error.message, 'Correct the credentials and test again.');
    if (details.authenticationFailed)
        return problem(
            'sign_in',
            `${host} refused the sign-in: ${details.responseText ?? 'user name or password is wrong'}.`.replace(
                /\.\.$/,
                '.',
            ),
            'Check user name and password; many providers want an app password or OAuth 2 instead of the usual one.',
        );
    if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        return problem('dns', `No server is called ${host}.`, 'Check the spelling of the server’s name.');
    if (code === 'ECONNREFUSED')
        return problem(
            'connect',
            `${host} does not answer on port ${port}.`,
            'Check the port: 993 with TLS, 143 with STARTTLS.',
        );
    if (['ETIMEDOUT', 'CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'NoConnection'].includes(code))
        return problem(
            'connect',
            `${host} could not be reached on port ${port} in time.`,
            'Check name, port and any firewall between here and there.',
        );
    if (code === 'GREETING_TIMEOUT' || code === 'UPGRADE_TIMEOUT' || code === 'ETIMEOUT')
        return problem(
            'tls',
            `${host} took the connection on port ${port} and then said nothing.`,
            secure
                ? 'Perhaps this port wants STARTTLS (143); with TLS at once it is usually 993.'
                : 'Perhaps this port wants TLS at once; with STARTTLS it is usually 143.',
        );
    if (CERTIFICATE.test(code))
        return problem(
            'tls',
            `The certificate of ${host} is not trusted: ${message}.`,
            'Use the name that the certificate is made for, or have its authority trusted here (NODE_EXTRA_CA_CERTS).',
        );
    if (details.tlsFailed || code === 'EPROTO' || /^ERR_SSL|STARTTLS/i.test(code + message))
        return problem(
            'tls',
            `${host} does not speak TLS on port ${port}${secure ? '' : ' (no STARTTLS)'}.`,
            'Choose the other kind of TLS, or the port that belongs to this one: 993 with TLS, 143 with STARTTLS.',
        );
    if (details.mailboxMissing || details.serverResponseCode === 'NONEXISTENT')
        return problem(
            'folder',
            `There is no folder “${mailbox}” in this mailbox.`,
            'Write its name as the mail program shows it; most are called INBOX.',
        );
    return problem(
        'other',
        message.slice(0, 300),
        'Try again; if it stays so, ask whoever runs the mail server.',
    );
}
