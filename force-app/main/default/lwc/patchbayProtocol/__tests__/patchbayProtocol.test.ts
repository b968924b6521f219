import { checkArgs, checkHttp, checkReply, checkServerEvent } from 'c/patchbayProtocol';
import { examples } from './examples';

describe('the checks of what crosses the socket', () => {
    it('accept the examples', () => {
        expect(checkServerEvent('stream', examples.StreamMessage).valid).toBe(true);
        expect(checkReply('loadWorkspace', { ok: true, value: examples.LoadWorkspaceResult }).valid).toBe(
            true,
        );
        expect(checkArgs('sendReply', examples.SendReplyArgs as never).valid).toBe(true);
        expect(checkHttp('signInResult', examples.SignInResult).valid).toBe(true);
    });

    it('say where a value is wrong', () => {
        const broken = JSON.parse(JSON.stringify(examples.LoadWorkspaceResult)) as {
            mine: { subject: unknown }[];
        };
        for (const interaction of broken.mine) interaction.subject = 5;
        expect(checkReply('loadWorkspace', { ok: true, value: broken })).toEqual({
            valid: false,
            problem: 'loadWorkspace.mine[0].subject: expected text',
        });
    });

    it('take a refusal as a reply', () => {
        const refused = { ok: false, code: 'refused', message: 'No.', nextStep: null };
        expect(checkReply('acceptOffer', refused)).toEqual({ valid: true, value: refused });
        expect(checkReply('acceptOffer', { ok: false }).valid).toBe(false);
        expect(checkReply('acceptOffer', null).valid).toBe(false);
    });

    it('know both sides of a limit', () => {
        const note = (length: number) =>
            checkArgs('postNote', { interactionId: 1, text: 'x'.repeat(length) }).valid;
        expect([note(0), note(1), note(20_000), note(20_001)]).toEqual([false, true, true, false]);
    });
});
