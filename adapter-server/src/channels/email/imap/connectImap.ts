import { ImapFlow } from 'imapflow';
import { SignInRefusedError } from './describeImapError.ts';
import type { ImapMailboxConfig, ImapTiming } from './imapConfig.ts';

/** A connection that is signed in. A token that was taken before and is refused now is renewed, once. */
export async function connectImap(config: ImapMailboxConfig, timing: ImapTiming): Promise<ImapFlow> {
    try {
        return await connectOnce(config, timing);
    } catch (error) {
        if (config.auth.kind !== 'oauth' || !(error instanceof SignInRefusedError)) throw error;
        if (!config.auth.refused()) throw error;
        return await connectOnce(config, timing);
    }
}

/**
 * A new client object, connected (one cannot be used twice). `autoIdleDelay: 0` begins IDLE right after the last
 * command. The silent logger keeps addresses and credentials out of the logs.
 */
async function connectOnce(config: ImapMailboxConfig, timing: ImapTiming): Promise<ImapFlow> {
    const client = new ImapFlow({
        host: config.host,
        port: config.port,
        secure: config.secure,
        ...(!config.secure && config.requireTls ? { doSTARTTLS: true } : {}),
        auth:
            config.auth.kind === 'password'
                ? { user: config.user, pass: config.auth.password }
                : { user: config.user, accessToken: await config.auth.accessToken() },
        clientInfo: { name: 'Patchbay' },
        connectionTimeout: timing.connect,
        greetingTimeout: timing.connect,
        socketTimeout: timing.socket,
        maxIdleTime: timing.idle,
        autoIdleDelay: 0,
        maxLiteralSize: config.maxBytes + 64 * 1024,
        maxResponseSize: config.maxBytes + 1024 * 1024,
        logger: false,
    });
    // Without a listener an `error` event would end the process; what matters arrives as `close` or as a rejection.
    client.on('error', () => undefined);
    try {
        await client.connect();
    } catch (error) {
        client.close();
        throw describeConnectError(error);
    }
    return client;
}

function describeConnectError(error: unknown): Error {
    const details: { authenticationFailed?: boolean; responseText?: string; message?: string } =
        error instanceof Error ? error : {};
    if (details.authenticationFailed) {
        const why = details.responseText ?? 'user name or password is wrong';
        return new SignInRefusedError(`Sign-in refused: ${why}`, error);
    }
    return error instanceof Error ? error : new Error(String(error));
}
