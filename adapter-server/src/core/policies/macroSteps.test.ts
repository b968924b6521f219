import { describe, expect, it } from '@jest/globals';
import { minutes } from '../duration.ts';
import { FURTHEST_FOLLOW_UP } from './followUp.ts';
import { decideMacroSteps, MOST_MACRO_STEPS, type MacroStep } from './macroSteps.ts';

const reply = (send: boolean): MacroStep => ({ kind: 'reply', quickReplyId: 1, send });
const note: MacroStep = { kind: 'note', text: 'Called back' };
const pending = (after: number): MacroStep => ({ kind: 'pending', after });
const close: MacroStep = { kind: 'close', dispositionId: 1, notes: '' };
const transfer: MacroStep = { kind: 'transfer', queueId: 1, note: '' };
const resolve: MacroStep = { kind: 'resolve' };
const isAllowed = (...steps: MacroStep[]) => decideMacroSteps(steps).allowed;

describe('decideMacroSteps', () => {
    it('allows several steps, the ending one last', () => {
        expect(isAllowed(reply(true), note, close)).toBe(true);
        expect(isAllowed(reply(false), note, pending(minutes(1)))).toBe(true);
        expect(isAllowed(note, transfer)).toBe(true);
        expect(isAllowed(resolve)).toBe(true);
    });

    it('needs a step, and not too many', () => {
        expect(isAllowed()).toBe(false);
        expect(isAllowed(...Array.from({ length: MOST_MACRO_STEPS }, () => note))).toBe(true);
        expect(isAllowed(...Array.from({ length: MOST_MACRO_STEPS + 1 }, () => note))).toBe(false);
    });

    it('refuses what follows an ending step, and two of them', () => {
        expect(decideMacroSteps([close, note])).toMatchObject({
            reason: 'Nothing can follow "Close".',
            nextStep: expect.stringContaining('Move it to the end'),
        });
        expect(isAllowed(pending(minutes(5)), transfer)).toBe(false);
    });

    it('tags by a name that a tag can have, before what ends the work', () => {
        expect(isAllowed({ kind: 'add_tag', name: 'VIP' }, { kind: 'remove_tag', name: 'new' }, close)).toBe(
            true,
        );
        expect(decideMacroSteps([{ kind: 'add_tag', name: ' ' }])).toMatchObject({
            reason: 'A tag needs a name.',
        });
        expect(isAllowed(close, { kind: 'add_tag', name: 'VIP' })).toBe(false);
    });

    it('replies once', () => {
        expect(isAllowed(reply(true), reply(true))).toBe(false);
    });

    it.each([close, transfer, resolve])('refuses a reply to be looked at before $kind', (ending) => {
        expect(decideMacroSteps([reply(false), ending])).toMatchObject({
            allowed: false,
            nextStep: expect.stringContaining('Let the macro send it'),
        });
        expect(isAllowed(reply(true), ending)).toBe(true);
    });

    it('refuses a follow-up at no time, on both sides of the limits', () => {
        expect(isAllowed(pending(minutes(1) - 1))).toBe(false);
        expect(isAllowed(pending(FURTHEST_FOLLOW_UP))).toBe(true);
        expect(isAllowed(pending(FURTHEST_FOLLOW_UP + 1))).toBe(false);
    });
});
