import { describe, it, expect } from '@jest/globals';
import { FREE_MAIL_DOMAINS, isFreeMailDomain } from './freeMailDomains.ts';

describe('isFreeMailDomain', () => {
    it('knows whole domains, and no part or parent of one', () => {
        expect(isFreeMailDomain('gmail.com')).toBe(true);
        expect(isFreeMailDomain('notgmail.com')).toBe(false);
        expect(isFreeMailDomain('mail.gmail.com')).toBe(false);
        expect(isFreeMailDomain('com')).toBe(false);
    });

    it('lists each domain once, lower-cased', () => {
        expect(new Set(FREE_MAIL_DOMAINS).size).toBe(FREE_MAIL_DOMAINS.length);
        expect(FREE_MAIL_DOMAINS).toEqual(FREE_MAIL_DOMAINS.map((domain) => domain.toLowerCase()));
    });
});
