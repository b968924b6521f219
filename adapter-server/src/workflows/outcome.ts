import type { Refusal } from '../core/vocabulary.ts';

/** What a workflow answers: the result, or an expected refusal that rolls its transaction back. */
export type Outcome<T> =
    | { readonly ok: true; readonly value: T }
    | {
          readonly ok: false;
          readonly code: 'refused' | 'not_found' | 'conflict' | 'forbidden';
          readonly reason: string;
          readonly nextStep: string | null;
      };

export type Refused = Extract<Outcome<never>, { ok: false }>;

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refuse = (reason: string, nextStep: string | null = null): Refused => ({
    ok: false,
    code: 'refused',
    reason,
    nextStep,
});
export const refuseBy = (refusal: Refusal): Refused => refuse(refusal.reason, refusal.nextStep ?? null);
export const notFound = (what: string): Refused => ({
    ok: false,
    code: 'not_found',
    reason: `${what} does not exist, or is not yours to see.`,
    nextStep: null,
});
export const conflict = (reason: string, nextStep: string | null = null): Refused => ({
    ok: false,
    code: 'conflict',
    reason,
    nextStep,
});

/** Who does it. The gateway has authenticated and authorized them. */
export interface Actor {
    readonly agentId: number;
    readonly role: 'agent' | 'manager' | 'admin';
    readonly name: string;
    readonly sessionId: number | null;
}
