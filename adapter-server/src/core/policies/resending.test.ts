import { describe, expect, it } from '@jest/globals';
import { decideResend, type FailedMail } from './resending.ts';

const mail = (given: Partial<FailedMail> = {}): FailedMail => ({
    to: ['maria@old.example.com', 'bert@customer.example.com'],
    cc: ['carla@customer.example.com'],
    bcc: ['audit@partner.example.com'],
    refused: [],
    taken: true,
    ...given,
});
const isOurs = (address: string): boolean => address.endsWith('@example.com');
const decide = (given: Partial<FailedMail>, corrected: string[] | null) =>
    decideResend(mail(given), corrected, isOurs);
const { to, cc, bcc } = mail();

describe('to the same addresses', () => {
    it('goes to those who were refused, and to all where it is not known who was', () => {
        const refused = ['maria@old.example.com'];
        expect(decide({ refused }, null)).toEqual({
            allowed: true,
            resending: { to, cc, bcc, only: refused },
        });
        expect(decide({}, null)).toEqual({ allowed: true, resending: { to, cc, bcc, only: [] } });
    });
});

describe('to a corrected address', () => {
    const corrected = ['maria@new.example.com'];

    it('goes to that one alone, beside those who have it', () => {
        expect(decide({ refused: ['maria@old.example.com'] }, corrected)).toEqual({
            allowed: true,
            resending: { to: ['bert@customer.example.com', ...corrected], cc, bcc, only: corrected },
        });
    });
    it('replaces a refused copy, too', () => {
        expect(decide({ refused: cc }, ['carla@new.example.com'])).toMatchObject({
            resending: { to: [...to, 'carla@new.example.com'], cc: [], bcc, only: ['carla@new.example.com'] },
        });
    });
    it('goes to the copies as well where no mail server took it', () => {
        expect(decide({ taken: false }, corrected)).toEqual({
            allowed: true,
            resending: { to: corrected, cc, bcc, only: [] },
        });
    });
    it('goes to that one alone where it came back and nothing says from whom', () => {
        expect(decide({}, corrected)).toMatchObject({ resending: { to: corrected, only: corrected } });
    });
    it('is refused for an address of ours, and for those who have it', () => {
        expect(decide({}, [...corrected, 'support@example.com'])).toMatchObject({
            allowed: false,
            reason: 'support@example.com is an address of ours: it would reach nobody.',
        });
        expect(decide({ refused: cc }, ['bert@customer.example.com'])).toMatchObject({ allowed: false });
    });
    it('does not go a second time to who stands beside it', () => {
        const typed = ['bert@customer.example.com', ...corrected];
        expect(decide({ refused: ['maria@old.example.com'] }, typed)).toMatchObject({
            resending: { only: corrected },
        });
    });
});
