import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mailFormat } from '../../src/channels/email/sending/mailFormat.ts';
import { buildPlusAddress, parsePlusAddress } from '../../src/channels/email/plusAddress.ts';
import { signReplyToken, verifyReplyToken } from '../../src/channels/email/replyToken.ts';
import { saveOwnMacro } from '../../src/workflows/keepMacros.ts';
import { saveOwnQuickReply } from '../../src/workflows/keepQuickReplies.ts';
import { mergeInteraction } from '../../src/workflows/mergeInteraction.ts';
import { returnToQueue } from '../../src/workflows/moveInteraction.ts';
import { notFound, type Outcome } from '../../src/workflows/outcome.ts';
import { runMacro } from '../../src/workflows/runMacro.ts';
import { saveDraft } from '../../src/workflows/saveDraft.ts';
import { draftOf, mail, uploads } from '../agentMail.ts';
import { comesToRest, reply, sendReplyWorkflow } from '../agentWork.ts';
import { ContactCenter, type TestAgent } from '../runningCenter.ts';

const run = runMacro({
    format: mailFormat,
    tokens: {
        sign: signReplyToken,
        verify: verifyReplyToken,
        address: buildPlusAddress,
        parse: parsePlusAddress,
    },
});

let center: ContactCenter;
let ana: TestAgent;
let id: number;

beforeEach(async () => {
    center = await ContactCenter.open();
    ana = await center.agent('Ana', [await center.queue('Support')], { capacity: 2 });
    await center.arrives(ana);
    id = await center.thread();
    await center.accept(ana);
});
afterEach(async () => {
    await comesToRest(center);
    await center.close();
});

const typed = { cc: [], uploads: [], version: 0 };

it('a new mail in writing is not put into the queue, where its draft would not go along', async () => {
    const queueId = (await center.pool.query<{ id: number }>(`select id from queues`)).rows[0]?.id ?? 0;
    const address = 'jo@customer.example.com';
    const { interactionId } = await center.do(mail.start, ana, { queueId, address });
    expect(await center.run('return', (tx) => returnToQueue(tx, ana.actor, { interactionId }))).toMatchObject(
        { ok: false, nextStep: 'Send it, discard it, or transfer it.' },
    );
    expect(await center.interaction(interactionId)).toMatchObject({ agent_id: ana.id });
});

it('a draft goes along when its interaction is merged, and replaces none that is there', async () => {
    const into = await center.thread();
    await center.accept(ana);
    await center.do(saveDraft, ana, { ...typed, interactionId: id, text: 'Half a reply' });
    await center.do(mergeInteraction, ana, { interactionId: id, intoInteractionId: into });
    expect(await draftOf(center, into)).toMatchObject({ text: 'Half a reply' });

    const third = await center.thread();
    await center.accept(ana);
    await center.do(saveDraft, ana, { ...typed, interactionId: third, text: 'Other words' });
    await center.do(mergeInteraction, ana, { interactionId: third, intoInteractionId: into });
    expect(await draftOf(center, into)).toMatchObject({ text: 'Half a reply' });
    expect(await draftOf(center, third)).toMatchObject({ text: 'Other words' });
});

it('a save that comes after the reply was sent brings nothing back, and loses nothing', async () => {
    const draft = { ...typed, interactionId: id, text: 'A reply' };
    const { draft: saved } = await center.do(saveDraft, ana, draft);
    await reply(center, ana, id, 'A reply');
    const late = { ...draft, text: 'A reply, and', version: saved.version };
    expect(await center.run('late', (tx) => saveDraft(tx, ana.actor, late))).toMatchObject({
        ok: false,
        code: 'conflict',
        nextStep: 'Keep what you typed as a new draft, or discard it.',
    });
    expect(await draftOf(center, id)).toBeUndefined();
    await center.do(saveDraft, ana, { ...late, version: 0 });
    expect(await draftOf(center, id)).toMatchObject({ text: 'A reply, and' });
});

it('a save that comes late changes nothing in the draft that was begun since', async () => {
    const draft = { ...typed, interactionId: id, text: 'A reply' };
    const { draft: saved } = await center.do(saveDraft, ana, draft);
    await reply(center, ana, id, 'A reply');
    await center.do(saveDraft, ana, { ...draft, text: 'The next one' });
    const late = { ...draft, text: 'A reply, and', version: saved.version };
    expect(await center.do(saveDraft, ana, late)).toMatchObject({
        saved: false,
        draft: { text: 'The next one' },
    });
    expect(await draftOf(center, id)).toMatchObject({ text: 'The next one' });
});

it('a save that waits while the reply is being sent brings nothing back', async () => {
    const draft = { ...typed, interactionId: id, text: 'A reply' };
    const { draft: saved } = await center.do(saveDraft, ana, draft);
    let late: Promise<Outcome<unknown>> = Promise.resolve(notFound('Nothing'));
    await center.store.transaction('test', async (tx) => {
        await sendReplyWorkflow(tx, ana.actor, { ...draft, interactionId: id });
        late = center.run('late', (other) =>
            saveDraft(other, ana.actor, { ...draft, text: 'A reply, and', version: saved.version }),
        );
        await center.untilBlocked();
    });
    expect(await late).toMatchObject({ ok: false, code: 'conflict' });
    expect(await draftOf(center, id)).toBeUndefined();
});

it('of two windows the later one is shown the newer draft, also where both began it', async () => {
    const draft = { ...typed, interactionId: id, text: 'One' };
    await center.do(saveDraft, ana, draft);
    expect(await center.do(saveDraft, ana, { ...draft, text: 'Two' })).toMatchObject({
        saved: false,
        draft: { text: 'One' },
    });
});

it('a macro that sends does not throw away a draft that holds only files', async () => {
    const bytes = Buffer.from('a');
    const file = await uploads(center, ana, { filename: 'a.txt', contentType: 'text/plain', bytes });
    await center.do(saveDraft, ana, { ...typed, interactionId: id, text: '', uploads: [file] });
    const { quickReplyId } = await center.do(saveOwnQuickReply, ana, {
        shortcut: 'hi',
        title: 'Hi',
        text: 'Hello',
        format: 'plain' as const,
    });
    const { macroId } = await center.do(saveOwnMacro, ana, {
        title: 'Send',
        steps: [{ kind: 'reply' as const, quickReplyId, send: true }],
    });
    expect(
        await center.run('macro', (tx) => run(tx, ana.actor, { interactionId: id, macroId })),
    ).toMatchObject({ ok: false, reason: 'Step 1 (Reply): You have begun a reply of your own.' });
    expect(await draftOf(center, id)).toMatchObject({ uploads: [file] });
});
