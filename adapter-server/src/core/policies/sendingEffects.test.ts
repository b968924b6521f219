import { expect, it } from '@jest/globals';
import { MAIL_KINDS_WRITTEN, sendingEffects } from './sendingEffects.ts';

it('answers the customer and changes the original agent, but for a forward', () => {
    expect(
        MAIL_KINDS_WRITTEN.map((kind) => {
            const effects = sendingEffects(kind);
            return [kind, effects.answersCustomer, effects.becomesOriginalAgent, effects.journal];
        }),
    ).toEqual([
        ['reply', true, true, 'replied'],
        ['reply_all', true, true, 'replied'],
        ['forward', false, false, 'forwarded'],
        ['new', true, true, 'mail_sent'],
    ]);
});

it('joins the thread of what it answers, and no other', () => {
    expect(MAIL_KINDS_WRITTEN.filter((kind) => sendingEffects(kind).answersMessage)).toEqual([
        'reply',
        'reply_all',
    ]);
});
