/**
 * E12: "Spam and block: mark, block a sender or domain, release; never silently lost." Agents block a sender on work of
 * theirs; domains and releases are for managers and admins.
 */
import type { Decision, InteractionStatus, Role } from '../vocabulary.ts';
import { isFreeMailDomain } from './freeMailDomains.ts';
import { decideReachingIn } from './manualOverride.ts';

export type BlockScope = 'sender' | 'domain';

/** `Local+tag@Domain` → `local@domain`: neither case nor a plus-tag makes another sender. */
export function senderOf(address: string): string {
    const lower = address.trim().toLowerCase();
    const at = lower.lastIndexOf('@');
    const plus = lower.indexOf('+');
    return plus > 0 && plus < at ? lower.slice(0, plus) + lower.slice(at) : lower;
}
export const domainOf = (address: string): string =>
    senderOf(address).slice(senderOf(address).lastIndexOf('@'));

/** What a block on this sender may be stored as, the narrower first. */
export const blockPatterns = (address: string): readonly [sender: string, domain: string] => [
    senderOf(address),
    domainOf(address),
];
export const scopeOf = (pattern: string): BlockScope => (pattern.startsWith('@') ? 'domain' : 'sender');

export interface BlockFacts {
    readonly scope: BlockScope;
    /** The sender's address; for a domain any address in it. */
    readonly address: string;
    readonly role: Role;
    /** The addresses of our mailboxes. */
    readonly own: readonly string[];
}

/** Whether it may be blocked, and as what. A block on a domain is on that domain exactly, not on those below it. */
export function decideBlock({
    scope,
    address,
    role,
    own,
}: BlockFacts): Decision<{ readonly pattern: string }> {
    const [sender, domain] = blockPatterns(address);
    if (!/^[^@\s]+@[^@\s]+$/.test(sender))
        return { allowed: false, reason: 'This is no address.', nextStep: 'Write it as name@example.com.' };
    const ownDomain = own.some((ours) => domainOf(ours) === domain);
    if (own.some((ours) => senderOf(ours) === sender))
        return {
            allowed: false,
            reason: `${sender} is an address of ours.`,
            nextStep: 'Mark the mail as spam.',
        };
    if (scope === 'sender') return { allowed: true, pattern: sender };
    if (role === 'agent')
        return {
            allowed: false,
            reason: 'Whole domains are blocked by managers and admins.',
            nextStep: 'Block the sender alone, or ask a manager.',
        };
    if (!domain.includes('.'))
        return {
            allowed: false,
            reason: `${domain} is no whole domain, and those that end so are not blocked by it.`,
            nextStep: 'Write it whole, as in shop.example.com.',
        };
    if (ownDomain)
        return {
            allowed: false,
            reason: `${domain} is our own domain.`,
            nextStep: 'Block the sender alone.',
        };
    if (isFreeMailDomain(domain.slice(1)))
        return {
            allowed: false,
            reason: `${domain} is a mail provider: a block would keep out all its users.`,
            nextStep: 'Block the sender alone.',
        };
    return { allowed: true, pattern: domain };
}

export interface MarkingFacts {
    readonly spam: boolean;
    readonly merged: boolean;
    readonly status: InteractionStatus;
    readonly actor: { readonly agentId: number; readonly role: Role };
    /** Who works on it now. */
    readonly assignedTo: { readonly agentId: number; readonly name: string } | null;
}

/** Whether it may be marked as spam. */
export function decideMarking({ spam, merged, status, actor, assignedTo }: MarkingFacts): Decision {
    if (spam) return { allowed: false, reason: 'It is in the Spam list already.' };
    if (merged)
        return {
            allowed: false,
            reason: 'This interaction was merged into another.',
            nextStep: 'Open that one.',
        };
    if (status === 'closed') return { allowed: false, reason: 'It is Closed.', nextStep: 'Reopen it first.' };
    return decideReachingIn({ actor, assignedTo });
}
