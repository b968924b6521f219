import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BrowserWorld } from './browserWorld.ts';
import { WIDTHS, wrongInAnyLook } from './looks.ts';
import { answerMail, choose, offer, workspace, writeNewMail } from './people.ts';

const WIDE = { width: 1280, height: 800 };

/** Pictures of what people see, at each width, light and dark, and what axe and the width say of it (W6). */
describe('pictures', () => {
    let world: BrowserWorld;
    let ana: Page;
    let maria: Page;

    beforeAll(async () => {
        world = await BrowserWorld.open();
        [ana, maria] = await Promise.all([world.agent('Ana Silva', WIDE), world.customer(WIDE)]);
    }, 180_000);
    afterAll(async () => {
        await world?.close();
    }, 60_000);

    const seen = (page: Page, name: string): Promise<string[]> =>
        wrongInAnyLook(page, name, undefined, [380, ...WIDTHS]);

    it('of an empty workspace', async () => {
        await workspace(ana).getByText('Nothing waits').waitFor();
        expect(await seen(ana, 'empty')).toEqual([]);
    }, 60_000);

    it('of an offer', async () => {
        await writeNewMail(maria, 'My lamp is broken', 'Hello,\n\nthe lamp does not light.\n\nMaria');
        await offer(ana).waitFor();
        expect(await seen(ana, 'offer')).toEqual([]);
    }, 60_000);

    it('of a thread and its composer', async () => {
        await offer(ana).locator('[data-id=accept]').click();
        await workspace(ana).getByRole('textbox', { name: 'Reply text' }).fill('Dear Maria,\n\nit comes.');
        await workspace(ana).getByText('Saved').first().waitFor();
        expect(await seen(ana, 'thread')).toEqual([]);
    }, 60_000);

    it('of the outcome panel', async () => {
        await workspace(ana).locator('[data-id=send-close]').click();
        await workspace(ana).getByRole('combobox', { name: 'Outcome' }).waitFor();
        expect(await seen(ana, 'outcome')).toEqual([]);
    }, 60_000);

    it('of what is closed', async () => {
        await workspace(ana).getByRole('combobox', { name: 'Outcome' }).fill('solved');
        await ana.keyboard.press('Enter');
        await workspace(ana).locator('c-patchbay-disposition [data-id=confirm]').click();
        await workspace(ana).locator('[data-action=dismiss]').waitFor();
        await workspace(ana).getByText('A closed interaction cannot be replied to.').waitFor();
        expect(await seen(ana, 'closed')).toEqual([]);
    }, 60_000);

    it('of a reply that is held, and the utility beside it', async () => {
        await workspace(ana).locator('[data-action=dismiss]').click();
        await choose(ana, 'unavailable:');
        await maria.getByText('it comes.').first().waitFor();
        await answerMail(maria, 'It does not fit.');
        const held = workspace(ana).locator('[data-section=held_for_me] c-patchbay-inbox-row');
        await held.click();
        await workspace(ana).getByText('It does not fit.').first().waitFor();
        expect(await seen(ana, 'held')).toEqual([]);

        await ana.goto(`${world.server.url}/console/?view=utility`);
        await ana.locator('c-patchbay-inbox-row').waitFor();
        expect(await seen(ana, 'utility')).toEqual([]);
    }, 60_000);

    it("of the customer's mailbox", async () => {
        expect(await seen(maria, 'mailbox')).toEqual([]);
    }, 60_000);

    it('left no error in any page', async () => {
        for (const page of [ana, maria]) await page.close();
        expect(world.problems()).toEqual([]);
    });
});
