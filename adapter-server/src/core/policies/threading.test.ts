import { describe, it, expect } from '@jest/globals';
import { decideThread } from './threading.ts';
import type { ThreadCandidate, ThreadingInput, ThreadMatch } from './threading.ts';

const maria = 'maria@customer.example';
const candidate = (
    interactionId: number,
    matchedBy: ThreadMatch,
    participants: readonly string[] = [maria],
): ThreadCandidate => ({ interactionId, matchedBy, participants });

const decide = (input: Partial<ThreadingInput>) =>
    decideThread({
        candidates: [candidate(1, 'in_reply_to')],
        from: maria,
        dmarc: 'pass',
        colleagueDomains: 'participant_domain',
        ...input,
    });

describe('decideThread', () => {
    it('opens a new thread where nothing matched', () => {
        expect(decide({ candidates: [] })).toMatchObject({ createNew: true, mayBelongTo: null });
    });

    it('takes In-Reply-To before References before the token, whatever their order', () => {
        const token = candidate(3, 'token');
        const references = candidate(2, 'references');
        const inReplyTo = candidate(1, 'in_reply_to');
        expect(decide({ candidates: [token, references, inReplyTo] })).toEqual({
            append: 1,
            matchedBy: 'in_reply_to',
        });
        expect(decide({ candidates: [token, references] })).toEqual({ append: 2, matchedBy: 'references' });
        expect(decide({ candidates: [token] })).toEqual({ append: 3, matchedBy: 'token' });
    });

    it('takes the nearest of several references', () => {
        const candidates = [candidate(9, 'references'), candidate(4, 'references')];
        expect(decide({ candidates })).toMatchObject({ append: 9 });
    });

    it('passes over a thread that the sender is no part of for one where they are', () => {
        const candidates = [candidate(1, 'in_reply_to', ['other@elsewhere.example']), candidate(2, 'token')];
        expect(decide({ candidates })).toEqual({ append: 2, matchedBy: 'token' });
    });

    it.each<[ThreadMatch]>([['in_reply_to'], ['references'], ['token']])(
        'never lets a stranger append by %s alone',
        (matchedBy) => {
            expect(decide({ candidates: [candidate(1, matchedBy)], from: 'eve@elsewhere.example' })).toEqual({
                createNew: true,
                mayBelongTo: 1,
                why: 'eve@elsewhere.example has not been part of that thread.',
            });
        },
    );

    it('lets colleagues at a participant’s domain append, as set', () => {
        const from = 'paul@customer.example';
        expect(decide({ from })).toMatchObject({ append: 1 });
        expect(decide({ from, colleagueDomains: 'off' })).toMatchObject({ createNew: true, mayBelongTo: 1 });
        expect(decide({ from: 'paul@sub.customer.example' })).toMatchObject({ createNew: true });
        expect(decide({ from: 'paul@evilcustomer.example' })).toMatchObject({ createNew: true });
    });

    it('knows no colleagues at a free mail provider, only the participant', () => {
        const candidates = [candidate(1, 'in_reply_to', ['maria@gmail.com'])];
        expect(decide({ candidates, from: 'paul@gmail.com' })).toMatchObject({
            createNew: true,
            mayBelongTo: 1,
        });
        expect(decide({ candidates, from: 'maria@gmail.com' })).toMatchObject({ append: 1 });
    });

    it.each(['pass', 'none', 'softfail', 'neutral', 'temperror', 'permerror'] as const)(
        'appends when DMARC says %s',
        (dmarc) => {
            expect(decide({ dmarc })).toMatchObject({ append: 1 });
        },
    );

    it('does not append when DMARC failed, not even for a participant', () => {
        expect(decide({ dmarc: 'fail' })).toMatchObject({ createNew: true, mayBelongTo: 1 });
    });

    it('does not append a mail without a sender', () => {
        expect(decide({ from: null })).toMatchObject({
            createNew: true,
            mayBelongTo: 1,
            why: 'Its From does not name one sender.',
        });
    });

    it('appends a delivery report of our own mail, whose sender is a mail system', () => {
        const candidates = [candidate(1, 'delivery_report')];
        const from = 'mailer-daemon@elsewhere.example';
        expect(decide({ candidates, from })).toEqual({ append: 1, matchedBy: 'delivery_report' });
        expect(decide({ candidates, from: null })).toMatchObject({ append: 1 });
        expect(decide({ candidates, from, dmarc: 'fail' })).toMatchObject({ createNew: true });
    });
});
