import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { accessibilityProblems, picture, PICTURES } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { answerMail, offer, workspace, writeNewMail } from './people.ts';

const README_PICTURE = fileURLToPath(new URL('../../../docs/images/workspace.png', import.meta.url));

/**
 * The story of the product in a real browser: two agents and a customer, the mails by real SMTP both ways, the hold
 * included. One server for all; each step goes on where the last one ended.
 */
describe('the story', () => {
    let world: BrowserWorld;
    let ana: Page;
    let ben: Page;
    let maria: Page;

    beforeAll(async () => {
        world = await BrowserWorld.open();
    }, 180_000);
    afterAll(async () => {
        await world?.close();
    }, 60_000);

    it('a customer writes from their mailbox', async () => {
        [ana, maria] = await Promise.all([world.agent('Ana Silva'), world.customer()]);
        await writeNewMail(
            maria,
            'My lamp is broken',
            'Hello,\n\nthe lamp I bought last week does not light.\n\nMaria',
        );
        await offer(ana).waitFor();
        expect(await offer(ana).innerText()).toContain('My lamp is broken');
        await picture(ana, 'offer-1280-light');
    }, 60_000);

    it('the agent accepts, answers and the answer arrives: three clicks and no dialog', async () => {
        await offer(ana).locator('[data-id=accept]').click();
        await ana
            .getByRole('textbox', { name: /your reply|reply text|reply/i })
            .first()
            .fill('Dear Maria,\n\na new bulb is on its way.\n\nAna');
        await workspace(ana).getByText('Saved').first().waitFor();
        await workspace(ana).locator('c-patchbay-inbox-row').first().waitFor();
        await picture(ana, 'workspace-1280-light');
        expect(await accessibilityProblems(ana)).toEqual([]);
        await workspace(ana).locator('[data-id=send]').click();
        expect(await ana.getByRole('dialog').count()).toBe(0);
        await workspace(ana).getByText('a new bulb is on its way').first().waitFor();
        await maria.getByText('We have received your email and will reply shortly.').first().waitFor();
        await world.letLeave(ana);
        await maria
            .getByText(/a new bulb is on its way/)
            .first()
            .waitFor();
    }, 60_000);

    it('the next mail is held while she is away, with the deadline shown, and goes to Ben after 16 hours', async () => {
        await picture(ana, 'answered-1280-light');
        await workspace(ana).locator('[data-action=dismiss]').click();
        ben = await world.agent('Ben Okoro');
        await workspace(ana).locator('c-patchbay-presence button').first().click();
        await workspace(ana).locator('[data-key="unavailable:"]').click();
        await workspace(ana).getByText('Unavailable', { exact: true }).first().waitFor();
        await answerMail(maria, 'The new bulb does not fit.');
        const held = workspace(ana).locator('c-patchbay-inbox-row').first();
        await held.waitFor();
        expect(await held.innerText()).toMatch(/until (today at |[A-Z][a-z]{2} )?\d{1,2}:\d\d/i);
        await picture(ana, 'held-1280-light');
        expect(await offer(ben).count()).toBe(0);

        await world.server.advance('16h');
        await offer(ben).waitFor();
        expect(await offer(ben).innerText()).toContain('My lamp is broken');
        await offer(ben).locator('[data-id=accept]').click();
        await workspace(ben).getByText('The new bulb does not fit.').first().waitFor();
        await ben
            .getByRole('textbox', { name: 'Reply text' })
            .fill(
                'Dear Maria,\n\nAna is away today, so I have looked into it: the E14 comes tomorrow.\n\nBen',
            );
        await workspace(ben).getByText('Saved').first().waitFor();
        await picture(ben, 'taken-over-1280-light');
        if (process.env['UPDATE_PICTURES'])
            await copyFile(`${PICTURES}taken-over-1280-light.png`, README_PICTURE);
    }, 90_000);

    it('she is back: one click hands the thread to her', async () => {
        await workspace(ana).locator('c-patchbay-presence button').first().click();
        await workspace(ana).locator('[data-key="available:"]').click();
        await workspace(ben).getByRole('button', { name: 'Transfer to Ana Silva' }).click();
        await offer(ana).locator('[data-id=accept]').click();
        await workspace(ana).getByText('The new bulb does not fit.').first().waitFor();
        await picture(ana, 'handed-back-1280-light');
        expect(await workspace(ben).locator('[data-section=mine] c-patchbay-inbox-row').count()).toBe(0);
    }, 60_000);

    it('left no error in any page', async () => {
        for (const page of [ana, ben, maria]) await page.close();
        expect(world.problems()).toEqual([]);
    });
});
