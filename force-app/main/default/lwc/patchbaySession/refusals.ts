import type { RefusalReply } from 'c/patchbayProtocol';

/** Refusals that this side finds by itself, in the server's form. */
export function refusal(
    code: RefusalReply['code'],
    message: string,
    nextStep: string | null = null,
): RefusalReply {
    return { ok: false, code, message, nextStep };
}

export const noAnswer = (): RefusalReply =>
    refusal('unavailable', 'The server cannot be reached.', 'Try again when the connection is back.');

export const notUnderstood = (): RefusalReply =>
    refusal('failed', 'The server answered in a form this page does not understand.', 'Reload the page.');

export const signedOut = (): RefusalReply =>
    refusal('unauthenticated', 'You are signed out.', 'Sign in and try again.');

export const badArguments = (problem: string): RefusalReply => refusal('bad_request', problem);
