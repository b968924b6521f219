import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { choose, offer, workspace, writeNewMail } from './people.ts';

/** E10 in a real browser: one server, each step goes on where the last one ended. */
describe('transfers', () => {
    let world: BrowserWorld;
    let ana: Page;
    let ben: Page;
    let maria: Page;

    beforeAll(async () => {
        world = await BrowserWorld.open();
        [ana, maria] = await Promise.all([world.agent('Ana Silva'), world.customer()]);
        await writeNewMail(maria, 'My deed is missing', 'Hello,\n\nwhere is my deed?\n\nMaria');
        await offer(ana).locator('[data-id=accept]').click();
        await workspace(ana).getByRole('textbox', { name: 'Reply text' }).fill('Dear Maria, so far I know');
        await workspace(ana).getByText('Saved').first().waitFor();
        ben = await world.agent('Ben Okoro');
    }, 180_000);
    afterAll(async () => {
        await world?.close();
    }, 60_000);

    const panel = () => workspace(ana).locator('c-patchbay-transfer');
    const note = () => panel().getByRole('textbox', { name: /Note for the next person/ });
    const mine = (page: Page) => workspace(page).locator('[data-section=mine] c-patchbay-inbox-row');

    it('by keyboard: somebody who is paused is refused with the ways on, and the note is kept', async () => {
        await choose(ben, 'unavailable:Lunch');
        await workspace(ana).getByRole('textbox', { name: 'Reply text' }).focus();
        await ana.keyboard.press('Escape');
        await ana.keyboard.press('t');
        await panel().getByRole('searchbox').fill('ben');
        await panel().locator('[data-agent]').filter({ hasText: 'Unavailable' }).waitFor();
        await ana.keyboard.press('Enter');
        await note().fill('He has met the notary');
        await ana.keyboard.press('Control+Enter');
        await panel().getByText('Ben Okoro is Unavailable and takes no transfers meanwhile.').waitFor();
        await panel().getByRole('button', { name: 'Let it wait for Ben Okoro' }).waitFor();
        expect(await note().inputValue()).toBe('He has met the notary');
        await picture(ana, 'transfer-refused-1280-light');
        expect(await accessibilityProblems(ana)).toEqual([]);
    }, 60_000);

    it('it waits for him, rings when he is back, and shows him the note before he accepts', async () => {
        await panel().getByRole('button', { name: 'Let it wait for Ben Okoro' }).click();
        await mine(ana).first().waitFor({ state: 'detached' });
        await choose(ben, 'available:');
        await offer(ben).getByText('He has met the notary').waitFor();
        expect(await offer(ben).innerText()).toContain('From Ana Silva');
        await picture(ben, 'transfer-offer-1280-light');
    }, 60_000);

    it('declined, it is back with her, and her bell says why', async () => {
        await offer(ben).locator('[data-id=decline]').click();
        await mine(ana).first().click();
        await workspace(ana)
            .getByText('Back with Ana Silva: Ben Okoro declined the transfer.')
            .first()
            .waitFor();
        await workspace(ana).locator('c-patchbay-notifications button').first().click();
        await workspace(ana)
            .getByText('Ben Okoro declined "My deed is missing": it is back with you.')
            .first()
            .waitFor();
        await ana.keyboard.press('Escape');
    }, 60_000);

    it('accepted, history, draft and the note in the contact feed are there', async () => {
        await workspace(ana).locator('[data-action=transfer]').click();
        await panel().locator('[data-agent]').filter({ hasText: 'Ben Okoro' }).getByRole('button').click();
        await note().fill('Now that you are back');
        await panel().locator('[data-id=confirm]').click();
        await offer(ben).locator('[data-id=accept]').click();
        await workspace(ben).getByText('where is my deed?').first().waitFor();
        // The draft comes with the acceptance, which the screen does not wait for.
        await workspace(ben).getByText('Saved', { exact: true }).first().waitFor();
        expect(await workspace(ben).getByRole('textbox', { name: 'Reply text' }).inputValue()).toBe(
            'Dear Maria, so far I know',
        );
        await workspace(ben).locator('c-patchbay-contact-feed').getByText('Now that you are back').waitFor();
        expect(await mine(ana).count()).toBe(0);
    }, 60_000);

    it('from the directory to a queue, restricted and marked so; a member of it gets it with the note', async () => {
        await workspace(ben).getByRole('tab', { name: 'Directory' }).click();
        const title = workspace(ben).locator('[data-queue]').filter({ hasText: 'Credit & Title' });
        expect(await title.innerText()).toMatch(/Restricted[\s\S]*Open[\s\S]*0 waiting/);
        await picture(ben, 'directory-1280-light');
        await title.getByRole('button', { name: 'Transfer' }).click();
        const bens = workspace(ben).locator('c-patchbay-transfer');
        await bens.getByRole('textbox').fill('The deed is yours to issue');
        await bens.locator('[data-id=confirm]').click();
        await offer(ana).getByText('The deed is yours to issue').waitFor();
        await offer(ana).locator('[data-id=accept]').click();
        await workspace(ana).getByText('Credit & Title').first().waitFor();
        await mine(ben).first().waitFor({ state: 'detached' });
    }, 60_000);

    it('left no error in any page', async () => {
        await ben.close();
        expect(world.problems()).toEqual([]);
    });
});
