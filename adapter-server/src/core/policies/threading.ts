/**
 * E2: "In-Reply-To and References against stored Message-IDs (whole ids, parsed from the raw header),
 * then a signed reply token (plus-address), never the subject alone. A known id or token appends only
 * when From is a participant of the thread (or a colleague at a participant's domain, as set) and
 * DMARC did not fail; otherwise it is a new interaction that says 'may belong to …' with one-click
 * merge."
 */
import { isFreeMailDomain } from './freeMailDomains.ts';

/** In order of trust. There is no 'subject': two people may well write "Invoice". */
const MATCHES = ['in_reply_to', 'references', 'delivery_report', 'token'] as const;
export type ThreadMatch = (typeof MATCHES)[number];

export interface ThreadCandidate {
    readonly interactionId: number;
    /**
     * How it was found, always by whole ids. 'delivery_report' is for bounces only: the report names the
     * Message-ID of a mail of ours, and its From is a mail system, so the participant rule cannot hold;
     * what it appends never reopens (automaticMail.ts).
     */
    readonly matchedBy: ThreadMatch;
    /** Lower-cased addresses of the customer's side; without our own, which anyone may write in From. */
    readonly participants: readonly string[];
}

export interface ThreadingInput {
    /** In the order of the header, nearest ancestor first: among equals the first acceptable one wins. */
    readonly candidates: readonly ThreadCandidate[];
    /** Lower-cased address of From; null where it names none, or several: DMARC tells of neither. */
    readonly from: string | null;
    readonly dmarc: 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'temperror' | 'permerror';
    /** Whether someone at a participant's domain may write on the thread. Free mail has no colleagues. */
    readonly colleagueDomains: 'participant_domain' | 'off';
}

export type ThreadDecision =
    | { readonly append: number; readonly matchedBy: ThreadMatch }
    | { readonly createNew: true; readonly mayBelongTo: number | null; readonly why: string };

export function decideThread(input: ThreadingInput): ThreadDecision {
    const ranked = [...input.candidates].sort((a, b) => rankOf(a) - rankOf(b));
    const best = ranked[0];
    if (!best) return { createNew: true, mayBelongTo: null, why: 'It answers no message we know.' };
    if (input.dmarc === 'fail') {
        const why = `The sender's domain says that this mail is not from them (DMARC failed).`;
        return { createNew: true, mayBelongTo: best.interactionId, why };
    }
    const accepted = ranked.find((candidate) => mayWriteOn(candidate, input));
    if (accepted) return { append: accepted.interactionId, matchedBy: accepted.matchedBy };
    const why =
        input.from === null
            ? 'Its From does not name one sender.'
            : `${input.from} has not been part of that thread.`;
    return { createNew: true, mayBelongTo: best.interactionId, why };
}

const rankOf = (candidate: ThreadCandidate): number => MATCHES.indexOf(candidate.matchedBy);

function mayWriteOn(candidate: ThreadCandidate, { from, colleagueDomains }: ThreadingInput): boolean {
    if (candidate.matchedBy === 'delivery_report') return true;
    if (from === null) return false;
    if (candidate.participants.includes(from)) return true;
    const domain = domainOf(from);
    if (colleagueDomains === 'off' || domain === '' || isFreeMailDomain(domain)) return false;
    return candidate.participants.some((participant) => domainOf(participant) === domain);
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);
