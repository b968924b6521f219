import { describe, it, expect } from '@jest/globals';
import { MAIL_KINDS } from '../vocabulary.ts';
import {
    ACKNOWLEDGEMENT_SENDER_WINDOW,
    ACKNOWLEDGEMENT_TEXT,
    answersBySubject,
    decideAcknowledgement,
} from './acknowledgement.ts';
import type { AcknowledgementFacts } from './acknowledgement.ts';

const first: AcknowledgementFacts = {
    isNewThread: true,
    classification: 'human',
    senderIsOwnAddress: false,
    hasReplyAddress: true,
    acknowledgementsToSenderInWindow: 0,
    acknowledgementsOnThread: 0,
    alreadyAcknowledged: false,
};
const allowed = (facts: Partial<AcknowledgementFacts>) =>
    decideAcknowledgement({ ...first, ...facts }).allowed;

describe('decideAcknowledgement', () => {
    it('acknowledges the first mail of a person, with the words of the requirement', () => {
        expect(decideAcknowledgement(first)).toEqual({ allowed: true });
        expect(ACKNOWLEDGEMENT_TEXT).toBe('We have received your email and will reply shortly.');
    });

    it.each(MAIL_KINDS.filter((kind) => kind !== 'human'))('never answers %s mail', (classification) => {
        const decision = decideAcknowledgement({ ...first, classification });
        expect(decision.allowed ? '' : decision.reason).toMatch(/^It/);
    });

    it.each<[string, Partial<AcknowledgementFacts>]>([
        ['own addresses', { senderIsOwnAddress: true }],
        ['mail without an address to answer to', { hasReplyAddress: false }],
        ['what answers an acknowledgement', { answersAcknowledgement: true }],
        ['later messages of a thread', { isNewThread: false }],
        ['a thread that has its acknowledgement', { acknowledgementsOnThread: 1 }],
        ['a message processed twice', { alreadyAcknowledged: true }],
    ])('never answers %s', (_what, facts) => {
        expect(allowed(facts)).toBe(false);
    });

    it('stops at five to one sender within 24 hours', () => {
        expect(ACKNOWLEDGEMENT_SENDER_WINDOW).toBe(86_400_000);
        expect(allowed({ acknowledgementsToSenderInWindow: 4 })).toBe(true);
        expect(allowed({ acknowledgementsToSenderInWindow: 5 })).toBe(false);
        expect(allowed({ acknowledgementsToSenderInWindow: 1, perSenderCap: 2 })).toBe(true);
        expect(allowed({ acknowledgementsToSenderInWindow: 2, perSenderCap: 2 })).toBe(false);
    });
});

describe('E3: "so no loop can form": the subject of what a machine answers', () => {
    it.each([
        ['Re: Loan', true],
        ['Automatic reply: Re: Loan', true],
        ['AW: Re: loan', true],
        ['[Ticket 12] Loan', true],
        ['Loan', false],
        ['Another loan', false],
        ['Loan for a car', false],
        ['Re: Mortgage', false],
    ])('%s: %s', (subject, answers) => {
        expect(answersBySubject(subject, ['Re: Loan'])).toBe(answers);
    });

    it('of nothing nothing is answered', () => {
        expect(answersBySubject('Re: Loan', [])).toBe(false);
        expect(answersBySubject('Re: Loan', ['Re: '])).toBe(false);
    });
});
