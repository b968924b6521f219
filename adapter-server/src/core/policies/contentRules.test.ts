import { describe, expect, it } from '@jest/globals';
import { mail, not, rule, when } from '../../../test/ruleBuilders.ts';
import type { ContentRule, RuleFacts } from '../contentRules/rule.ts';
import {
    askedFor,
    compileRules,
    decideContentRules,
    fittingRules,
    type KnownTargets,
} from './contentRules.ts';

const everything: KnownTargets = {
    queueIds: new Set([1, 2, 3]),
    quickReplyIds: new Set([1]),
    skills: new Set(['german', 'legal']),
};
const decide = (given: readonly ContentRule[], facts: Partial<RuleFacts> = {}, known = everything) =>
    decideContentRules(fittingRules(compileRules(given), mail(facts)), known);

describe('what rules do together', () => {
    const first = () => rule({ does: { priority: 'high', queueId: 1 } });

    it('all conditions of a rule must hold; none are all mails', () => {
        const both = [when('subject', 'contains', 'invoice'), when('subject', 'contains', 'refund')];
        expect(decide([rule({ conditions: both })]).parts).toEqual([]);
        expect(decide([rule({ conditions: both.slice(0, 1) })]).parts).toHaveLength(1);
        expect(decide([rule()]).outcome.priority).toBe('high');
    });

    it('what the first says stands; what it does not say, a later one may', () => {
        const later = rule({ does: { priority: 'low', queueId: 2, skills: ['german'], tags: ['VIP'] } });
        const { outcome, parts } = decide([first(), later]);
        expect(outcome).toMatchObject({ priority: 'high', queueId: 1, skills: ['german'], tags: ['VIP'] });
        expect(parts[1]?.did).toMatchObject({
            priority: null,
            queueId: null,
            skills: ['german'],
            tags: ['VIP'],
        });
        expect(decide([later, first()]).outcome).toMatchObject({ priority: 'low', queueId: 2 });
    });

    it('a rule that finds everything said has no part in it', () => {
        expect(decide([first(), first()]).parts).toHaveLength(1);
    });

    it('tags add up, each once', () => {
        const tagged = (...tags: string[]) => rule({ does: { priority: null, tags } });
        const { outcome, parts } = decide([tagged('VIP'), tagged('VIP', 'Legal'), tagged('Legal')]);
        expect(outcome.tags).toEqual(['VIP', 'Legal']);
        expect(parts.map(({ did }) => did.tags)).toEqual([['VIP'], ['Legal']]);
    });

    it('behind one that stops nobody is asked; one that is off, or does not fit, stops nothing', () => {
        const last = rule({ does: { priority: null, skills: ['german'] } });
        expect(decide([rule({ stops: true }), last]).outcome.skills).toEqual([]);
        expect(decide([rule({ stops: true, active: false }), last]).outcome.skills).toEqual(['german']);
        const other = rule({ stops: true, conditions: [when('subject', 'contains', 'refund')] });
        expect(decide([other, last]).outcome.skills).toEqual(['german']);
    });

    it.each([
        ['queue_gone', { queueId: 9 }],
        ['quick_reply_gone', { acknowledgement: { kind: 'quick_reply' as const, quickReplyId: 9 } }],
        ['skill_gone', { skills: ['german', 'welsh'] }],
    ])('one that names what is gone is passed over whole: %s', (kind, does) => {
        const broken = rule({ does: { priority: 'urgent', ...does }, stops: true });
        const { outcome, parts, passedOver } = decide([broken, first()]);
        expect(outcome).toMatchObject({ priority: 'high', queueId: 1, skills: [], acknowledgement: null });
        expect(parts).toHaveLength(1);
        expect(passedOver).toMatchObject([{ rule: broken, broken: [{ kind }] }]);
    });

    it('says which of several values it was', () => {
        const conditions = [
            when('subject', 'contains', 'refund', 'invoice'),
            not(when('from', 'domain', 'a', 'b')),
        ];
        expect(decide([rule({ conditions })]).parts[0]?.because).toEqual([
            when('subject', 'contains', 'invoice'),
            not(when('from', 'domain', 'a', 'b')),
        ]);
    });

    it('asks for what takes time only where a rule that is on does', () => {
        const asks = (...given: ContentRule[]) => askedFor(compileRules(given));
        const language = { conditions: [when('language', 'is', 'de')] };
        expect(asks(rule())).toEqual({ text: false, language: false, headers: false });
        expect(asks(rule(language)).language).toBe(true);
        expect(asks(rule({ ...language, active: false })).language).toBe(false);
    });
});
