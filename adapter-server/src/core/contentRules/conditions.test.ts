import { describe, expect, it } from '@jest/globals';
import { header, mail, not, rule, when } from '../../../test/ruleBuilders.ts';
import { compileRules, fittingRules } from '../policies/contentRules.ts';
import { MOST_VALUES_IN_ALL, MOST_WORDS_OF_VALUE } from './checkRule.ts';
import { LOOKS_AT } from './conditions.ts';
import type { RuleCondition, RuleFacts } from './rule.ts';

const fits = (condition: RuleCondition, facts: Partial<RuleFacts> = {}): boolean =>
    fittingRules(compileRules([rule({ conditions: [condition] })]), mail(facts)).length === 1;
describe('what a condition says', () => {
    it.each<[string, RuleCondition, boolean]>([
        ['words, whatever their case and accents', when('subject', 'contains', 'unpaid invoice'), true],
        ['one word of a longer one is none', when('subject', 'contains', 'voice'), false],
        ['words in another order', when('subject', 'contains', 'invoice unpaid'), false],
        ['a star for the rest of a word', when('subject', 'contains', 'inv* no'), true],
        ['a star before it', when('subject', 'contains', '*voice'), true],
        ['a star is not several words', when('subject', 'contains', 'unpaid*881'), false],
        ['a number is a word', when('subject', 'contains', '881'), true],
        ['the whole of it', when('subject', 'is', 're: unpaid invoice no. 881'), true],
        ['less than the whole', when('subject', 'is', 're: unpaid invoice'), false],
        ['less than the whole, with a star', when('subject', 'is', 're:*invoice*'), true],
        ['pieces around stars in their order', when('subject', 'is', '*881*invoice*'), false],
        ['one letter used by two pieces', when('subject', 'is', 're: unpaid invoice no. 881*1'), false],
        ['how it starts', when('subject', 'starts', 're: un'), true],
        ['how it starts, behind a star', when('subject', 'starts', '*invoice'), true],
        ['how it does not start', when('subject', 'starts', 'unpaid'), false],
        ['how it ends', when('subject', 'ends', '881'), true],
        ['how it does not end', when('subject', 'ends', 'invoice'), false],
        ['any of several', when('subject', 'contains', 'refund', 'invoice'), true],
        ['none of several', when('subject', 'contains', 'refund', 'parcel'), false],
        ['not', not(when('subject', 'contains', 'refund', 'parcel')), true],
        ['not any of several', not(when('subject', 'contains', 'refund', 'invoice')), false],
        ['a domain', when('from', 'domain', 'mail.customer.example.com'), true],
        ['a domain above', when('from', 'domain', 'customer.example.com'), true],
        ['a domain with its sign', when('from', 'domain', '@customer.example.com'), true],
        ['a domain that only ends alike', when('from', 'domain', 'omer.example.com'), false],
        ['a domain below', when('from', 'domain', 'eu.mail.customer.example.com'), false],
        ['an address', when('from', 'is', 'Maria@mail.customer.example.com'), true],
        ['any address of a kind', when('from', 'is', '*@mail.customer.example.com'), true],
        ['the customer by name', when('customer', 'contains', 'lopez'), true],
        ['the customer by address', when('customer', 'is', 'maria@mail.customer.example.com'), true],
        ['to whom', when('to', 'is', 'support@example.com'), true],
        ['to whom not', when('to', 'is', 'sales@example.com'), false],
        ['a header there', header('X-Priority', 'exists'), true],
        ['a header not there', header('List-Id', 'exists'), false],
        ['a header not there, and so wanted', not(header('List-Id', 'exists')), true],
        ['what a header says', header('X-PRIORITY', 'starts', '1'), true],
        ['the language', when('language', 'is', 'de', 'en'), true],
        ['a person', when('kind', 'is', 'human'), true],
        ['no attachment', not(when('attachment', 'exists')), true],
        ['an attachment', when('attachment', 'exists'), false],
        ['the channel', when('channel', 'is', 'email'), true],
    ])('%s', (_what, condition, holds) => {
        expect(fits(condition)).toBe(holds);
        expect(fits({ ...condition, not: !condition.not })).toBe(!holds);
    });

    it.each<[RuleCondition['operator'], string, string]>([
        ['is', 'strasse*', 'Straße 5'],
        ['is', 'Größe', 'GROSSE'],
        ['starts', 'Łódź', 'Lodz, ulica'],
        ['starts', 'Søren', 'SOREN schreibt'],
        ['ends', 'fuss', 'Zu Fuß'],
        ['ends', 'İstanbul', 'nach istanbul'],
    ])('%s: %s means the same letters as in words: %s', (operator, value, subject) => {
        expect(fits(when('subject', operator, value), { subject })).toBe(true);
    });

    it('signs of scripts without spaces are words', () => {
        expect(fits(when('subject', 'contains', '請求書'), { subject: '先月の請求書について' })).toBe(true);
    });

    it('words are found around the rarest of them, wherever that stands in them', () => {
        const text = 'the parcel the bill the invoice the end';
        const holds = (value: string) => fits(when('text', 'contains', value), { text });
        expect(
            ['the invoice', 'the bill the', 'the end', 'the * the invoice', 'the p* the'].map(holds),
        ).toEqual(Array(5).fill(true));
        expect(['the the invoice', 'parcel invoice', 'end the', 'the parcel the invoice'].map(holds)).toEqual(
            Array(4).fill(false),
        );
    });

    it('several addresses: one is enough, and "not" wants none of them', () => {
        const to = ['support@example.com', 'vip@example.com'];
        expect(fits(when('to', 'is', 'vip@example.com'), { to })).toBe(true);
        expect(fits(not(when('to', 'is', 'vip@example.com')), { to })).toBe(false);
    });

    it('what nobody can tell holds for nothing, "not" included', () => {
        const unknown = { language: null, headers: null, text: null };
        for (const condition of [
            when('language', 'is', 'en'),
            header('X-Spam', 'exists'),
            when('text', 'contains', 'a'),
        ])
            expect([fits(condition, unknown), fits(not(condition), unknown)]).toEqual([false, false]);
    });

    it('looks at so much of a text, and no further', () => {
        const at = (length: number) => `${'. '.repeat(length / 2 - 3)}refund`;
        const condition = when('text', 'contains', 'refund');
        expect(at(LOOKS_AT.text)).toHaveLength(LOOKS_AT.text);
        expect(fits(condition, { text: at(LOOKS_AT.text) })).toBe(true);
        expect(fits(condition, { text: at(LOOKS_AT.text + 2) })).toBe(false);
    });

    it('no text makes it slow', () => {
        const twelve = Array.from({ length: MOST_WORDS_OF_VALUE - 1 }, () => 'a').join(' ');
        const text = 'a '.repeat(LOOKS_AT.text / 2);
        const values = Array.from({ length: 100 }, (_, n) => `${twelve} b${n}`);
        const stars = '*a'.repeat(90);
        const start = performance.now();
        expect(fits(when('text', 'contains', ...values), { text })).toBe(false);
        expect(fits(when('text', 'starts', `${stars}b`), { text: 'a'.repeat(LOOKS_AT.text) })).toBe(false);
        const nearly = 'a a a a a a a a a c b0 '.repeat(LOOKS_AT.text / 23);
        expect(fits(when('text', 'contains', ...values), { text: nearly })).toBe(false);
        expect(performance.now() - start).toBeLessThan(1_000);
    });

    it('no stars make it slow either, in as many values as all rules may have', () => {
        const starred = Array.from({ length: MOST_WORDS_OF_VALUE - 1 }, () => 'a*').join(' ');
        const values = Array.from({ length: MOST_VALUES_IN_ALL }, (_, n) => `${starred} b${n}*`);
        const start = performance.now();
        expect(fits(when('text', 'contains', ...values), { text: 'a '.repeat(LOOKS_AT.text / 2) })).toBe(
            false,
        );
        expect(performance.now() - start).toBeLessThan(2_000);
    });
});
