import type { Rule } from './rule.ts';

/** The rules that most operations share. */
export const EVERYONE = ['agent', 'manager', 'admin'] as const;
export const ADMINS = ['admin'] as const;

export const self = { roles: EVERYONE, check: 'self' } as const;
export const directory = { roles: EVERYONE, check: 'directory' } as const;
export const filtered = { roles: EVERYONE, check: 'filtered' } as const;
export const organization = { roles: ADMINS, check: 'organization' } as const;

export interface OnInteraction {
    readonly interactionId: number;
}
const one = (args: OnInteraction): number[] => [args.interactionId];
export const read: Rule<OnInteraction> = { roles: EVERYONE, check: 'interaction:read', interactions: one };
export const work: Rule<OnInteraction> = { roles: EVERYONE, check: 'interaction:work', interactions: one };
export const workWithUploads: Rule<OnInteraction & { uploads: number[] }> = {
    roles: EVERYONE,
    check: 'interaction:work',
    interactions: one,
    uploads: (args) => args.uploads,
};
export const ownOffer: Rule<{ offerId: number }> = {
    roles: EVERYONE,
    check: 'offer:own',
    offer: (args) => args.offerId,
};
