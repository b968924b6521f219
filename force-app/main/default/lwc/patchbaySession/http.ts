import type { RefusalReply, Reply, SignInOptions, SignInResult, UploadResult } from 'c/patchbayProtocol';
import { checkHttp } from 'c/patchbayProtocol';
import { noAnswer, notUnderstood, refusal } from './refusals';
import type { SessionDependencies } from './sessionTypes';

type Dependencies = Pick<SessionDependencies, 'fetch' | 'createRequest' | 'log'>;
type HttpName = 'signInResult' | 'signInOptions' | 'uploadResult';

/** A body as the server sends it: the value itself, `{ok: true, value}`, or a refusal. */
function readBody<T>(
    name: HttpName,
    status: number,
    body: unknown,
    log: (message: string) => void,
): Reply<T> {
    const answer = (typeof body === 'object' && body !== null ? body : {}) as {
        ok?: unknown;
        value?: unknown;
    };
    if (status < 200 || status > 299 || answer.ok === false) {
        const refused = checkHttp('refusalReply', body);
        if (refused.valid) return refused.value as RefusalReply;
        return status === 401 || status === 403
            ? refusal(status === 401 ? 'unauthenticated' : 'forbidden', 'You are not signed in for this.')
            : refusal('failed', `The server answered with status ${status}.`);
    }
    const checked = checkHttp(name, answer.ok === true ? answer.value : body);
    if (checked.valid) return { ok: true, value: checked.value as T };
    log(checked.problem);
    return notUnderstood();
}

async function json(response: Response): Promise<unknown> {
    try {
        return (await response.json()) as unknown;
    } catch {
        return null;
    }
}

export interface Http {
    signInOptions(serverUrl: string): Promise<SignInOptions>;
    signIn(serverUrl: string, path: string, body: object): Promise<Reply<SignInResult>>;
    upload(
        serverUrl: string,
        token: string,
        file: File,
        onProgress: (part: number) => void,
        inline?: boolean,
    ): Promise<Reply<UploadResult>>;
    /** @param path of the file below /api/v1/ */
    download(serverUrl: string, token: string, path: string): Promise<Reply<{ url: string }>>;
}

export function createHttp({ fetch, createRequest, log }: Dependencies): Http {
    return {
        async signInOptions(serverUrl) {
            const response = await fetch(`${serverUrl}/api/v1/sign-in/options`);
            const reply = readBody<SignInOptions>(
                'signInOptions',
                response.status,
                await json(response),
                log,
            );
            if (!reply.ok) throw new Error(reply.message);
            return reply.value;
        },
        async signIn(serverUrl, path, body) {
            try {
                const response = await fetch(`${serverUrl}${path}`, {
                    method: 'POST',
                    headers: { 'content-type': 'application/json' },
                    body: JSON.stringify(body),
                });
                return readBody<SignInResult>('signInResult', response.status, await json(response), log);
            } catch {
                return noAnswer();
            }
        },
        upload(serverUrl, token, file, onProgress, inline = false) {
            return new Promise((resolve) => {
                // fetch tells nothing about how far an upload is.
                const request = createRequest();
                request.open('POST', `${serverUrl}/api/v1/uploads`);
                request.setRequestHeader('authorization', `Bearer ${token}`);
                request.setRequestHeader('content-type', file.type || 'application/octet-stream');
                request.setRequestHeader('x-filename', encodeURIComponent(file.name));
                if (inline) request.setRequestHeader('x-inline', '1');
                request.responseType = 'json';
                request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
                request.onerror = () => resolve(noAnswer());
                request.onabort = () => resolve(noAnswer());
                request.onload = () =>
                    resolve(readBody('uploadResult', request.status, request.response, log));
                request.send(file);
            });
        },
        async download(serverUrl, token, path) {
            try {
                const response = await fetch(`${serverUrl}/api/v1/${path}`, {
                    headers: { authorization: `Bearer ${token}` },
                });
                if (!response.ok) {
                    const refused = readBody<never>(
                        'uploadResult',
                        response.status,
                        await json(response),
                        log,
                    );
                    return refused.ok ? notUnderstood() : refused;
                }
                return { ok: true, value: { url: URL.createObjectURL(await response.blob()) } };
            } catch {
                return noAnswer();
            }
        },
    };
}
