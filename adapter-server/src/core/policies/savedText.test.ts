import { describe, expect, it } from '@jest/globals';
import { ACKNOWLEDGEMENT_TEXT } from './acknowledgement.ts';
import { decideSavedText } from './savedText.ts';

const decide = (text: string, more: object = {}) => decideSavedText({ what: 'text', text, ...more });

describe('decideSavedText', () => {
    it('allows known fields and any text without', () => {
        expect(decide('Hello {{customer.name}}, © {{date}}')).toEqual({ allowed: true });
        expect(decide(ACKNOWLEDGEMENT_TEXT, { byNobody: true })).toEqual({ allowed: true });
    });

    it('refuses an unknown field and says which was meant', () => {
        expect(decide('Hello {{customer.fistName}}')).toEqual({
            allowed: false,
            reason: '{{customer.fistName}} is no field.',
            nextStep: 'Did you mean {{customer.firstName}}?',
        });
        expect(decide('{{xyz}}')).toMatchObject({ nextStep: expect.stringContaining('{{queue.name}}') });
    });

    it('refuses a field about the agent where no agent sends it', () => {
        expect(decide('Yours, {{agent.name}}', { byNobody: true })).toMatchObject({
            reason: expect.stringContaining('no agent sends it'),
        });
    });

    it('refuses emojis', () => {
        expect(decide('Hello 🙂')).toMatchObject({ allowed: false, reason: expect.stringContaining('🙂') });
        expect(decide('Hello &#128578;', { html: true })).toMatchObject({ allowed: false });
    });

    it.each([
        '<p>Hello <b>{{customer.name}}</b><br/>see <a href="https://example.com/help">help</a></p>',
        '<UL><li>1 &lt; 2</li></UL>',
        '<a href="mailto:support@example.com">mail</a>',
    ])('allows %s in HTML', (text) => expect(decide(text, { html: true })).toEqual({ allowed: true }));

    it.each([
        '<script>x</script>',
        '<p onclick="x">',
        '<img src=x onerror=y>',
        '<a href="javascript:x">',
        '<a href="https://x" onclick="y">',
        '1 < 2',
        '<p',
        '<style>p{}</style>',
        '<<b>',
    ])('refuses %s in HTML', (text) => {
        expect(decide(text, { html: true })).toMatchObject({ allowed: false });
        expect(decide(text)).toEqual({ allowed: true });
    });
});
