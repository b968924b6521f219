import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { answerMail, choose, offer, presenceOf, workspace, writeNewMail } from './people.ts';

/**
 * E5 with presence that changes under the banner, R7 and E9 as an admin sets them, W4: one server, each step goes on
 * where the last one ended.
 */
describe("another agent's thread", () => {
    let world: BrowserWorld;
    let ada: Page;
    let ana: Page;
    let ben: Page;
    let maria: Page;

    beforeAll(async () => {
        world = await BrowserWorld.open();
        [ada, ana, maria] = await Promise.all([
            world.agent('Ada Quinn'),
            world.agent('Ana Silva'),
            world.customer(),
        ]);
        await choose(ada, 'unavailable:');
    }, 180_000);
    afterAll(async () => {
        await world?.close();
    }, 60_000);

    const replyText = (page: Page) => page.getByRole('textbox', { name: 'Reply text' }).first();
    const tagging = () => workspace(ben).locator('#tagging, [data-id=tagging], textarea.tagging').first();
    const mine = (page: Page) => workspace(page).locator('[data-section=mine] c-patchbay-inbox-row');

    it('an admin asks for a reason of each pause, and limits the wrap-up of a queue', async () => {
        await ada.getByText('Administration', { exact: true }).first().click();
        const administration = ada.locator('c-patchbay-administration');
        await administration.getByRole('button', { name: 'Pause reasons' }).click();
        const reasons = administration.locator('c-patchbay-admin-pause-reasons');
        await reasons.getByRole('checkbox').check();
        await reasons.getByRole('button', { name: 'Save' }).click();
        await reasons.getByText('Saved. It counts from now on.').waitFor();
        await administration.getByRole('button', { name: 'Queues' }).click();
        const queues = administration.locator('c-patchbay-admin-queues');
        await queues.locator('[data-id=queue]').selectOption({ label: 'Support' });
        await queues.getByLabel(/Wrap-up ends by itself after/).fill('5m');
        await queues.getByRole('button', { name: 'Save' }).click();
        await queues.getByText('Saved. It counts from now on.').waitFor();
        await picture(ada, 'admin-queues-1280-light');
        expect(await accessibilityProblems(ada)).toEqual([]);
        await workspace(ana).locator('[data-id=presence]').click();
        await workspace(ana).locator('[data-key="unavailable:Lunch"]').waitFor();
        expect(await workspace(ana).locator('[data-key="unavailable:"]').count()).toBe(0);
        await ana.keyboard.press('Escape');
    }, 90_000);

    it('whose it is and that she is away: the note to her is prefilled', async () => {
        await writeNewMail(maria, 'My lamp is broken', 'Hello, it does not light. Maria');
        await offer(ana).locator('[data-id=accept]').click();
        await replyText(ana).fill('Dear Maria, a new bulb is on its way.');
        await workspace(ana).locator('[data-id=send]').click();
        await world.letLeave(ana);
        await workspace(ana).locator('[data-action=dismiss]').click();
        await choose(ana, 'unavailable:Lunch');
        ben = await world.agent('Ben Okoro');
        await maria.getByText('a new bulb is on its way').first().waitFor();
        await answerMail(maria, 'It does not fit.');
        await workspace(ben)
            .getByRole('button', { name: /With others/ })
            .click();
        await workspace(ben).locator('c-patchbay-inbox-row').filter({ hasText: 'My lamp' }).first().click();
        await workspace(ben)
            .getByText(/Ana Silva.*Unavailable since/)
            .first()
            .waitFor();
        await workspace(ben).locator('[data-action=take]').click();
        await replyText(ben).fill('Dear Maria, the E14 comes tomorrow.');
        expect(await tagging().inputValue()).toContain(
            '@Ana Silva: Maria Customer wrote on "My lamp is broken"',
        );
        await picture(ben, 'tagging-1280-light');
    }, 90_000);

    it('she comes back meanwhile: one click hands it to her instead; she leaves: the note is asked for again', async () => {
        await choose(ana, 'available:');
        await workspace(ben).getByRole('button', { name: 'Transfer to Ana Silva' }).waitFor();
        expect(await tagging().count()).toBe(0);
        await choose(ana, 'unavailable:Lunch');
        await tagging().waitFor();
        expect(await replyText(ben).inputValue()).toBe('Dear Maria, the E14 comes tomorrow.');
    }, 60_000);

    it('the note is edited, not skipped', async () => {
        const send = workspace(ben).locator('[data-id=send]');
        await tagging().fill('');
        expect(await send.isDisabled()).toBe(true);
        await tagging().fill('@Ana Silva it was the wrong socket');
        expect(await send.isDisabled()).toBe(false);
    }, 60_000);

    it('a pop-out keeps the draft and changes no status', async () => {
        await workspace(ben).getByText('Saved').first().waitFor();
        const opened = ben.context().waitForEvent('page');
        await ben.locator('.host-utility').click();
        await ben.getByRole('button', { name: 'Pop out Patchbay' }).click();
        const popped = await opened;
        await presenceOf(popped).filter({ hasText: 'Available' }).waitFor();
        await popped.locator('c-patchbay-inbox-row').filter({ hasText: 'My lamp' }).first().click();
        await popped.getByRole('textbox', { name: 'Reply text' }).first().waitFor();
        expect(await popped.getByRole('textbox', { name: 'Reply text' }).first().inputValue()).toBe(
            'Dear Maria, the E14 comes tomorrow.',
        );
        await popped.close();
        await presenceOf(ben).filter({ hasText: 'Available' }).waitFor();
        expect(await mine(ben).count()).toBe(1);
    }, 60_000);

    it('"Send and close" asks first; note and reply go out together; wrap-up ends after the five minutes set', async () => {
        await workspace(ben).getByRole('button', { name: 'Send and close' }).click();
        await workspace(ben).locator('c-patchbay-disposition').getByRole('combobox').fill('repl');
        await ben.keyboard.press('Enter');
        await workspace(ben).locator('c-patchbay-disposition [data-id=confirm]').click();
        await workspace(ben)
            .locator('c-patchbay-contact-feed')
            .getByText('it was the wrong socket')
            .waitFor();
        await maria.getByText('the E14 comes tomorrow').first().waitFor();
        expect(await mine(ben).count()).toBe(1);
        await world.server.advance('298s');
        expect(await mine(ben).count()).toBe(1);
        await world.server.advance('2s');
        await mine(ben)
            .filter({ hasText: 'My lamp' })
            .filter({ hasNotText: 'No longer here' })
            .first()
            .waitFor({ state: 'detached' });
        await workspace(ana).locator('[data-id=bell]').click();
        await workspace(ana).getByText('@Ana Silva it was the wrong socket').first().waitFor();
    }, 90_000);

    it('Pending, due while she is away, is held for who promised it and rings when they are back (E8)', async () => {
        await choose(ben, 'unavailable:Lunch');
        await choose(ana, 'available:');
        await writeNewMail(maria, 'When do you come?', 'Tomorrow? Maria');
        await offer(ana).locator('[data-id=accept]').click();
        await workspace(ana).locator('[data-id=menu]').click();
        await workspace(ana)
            .getByRole('menuitem', { name: /Pending/ })
            .click();
        await workspace(ana).locator('c-patchbay-follow-up button[data-at]').first().click();
        await workspace(ana).locator('[data-action=dismiss]').click();
        await choose(ana, 'unavailable:Lunch');
        await world.server.advance('4h');
        const held = workspace(ana).locator('[data-section=held_for_me] c-patchbay-inbox-row');
        await held.filter({ hasText: 'When do you come?' }).first().waitFor();
        await choose(ana, 'available:');
        await offer(ana).getByText('Back with Ana Silva: its follow-up is due.').waitFor();
        await workspace(ana).locator('[data-id=bell]').click();
        await workspace(ana).getByText('Follow-up due: "When do you come?".').first().waitFor();
        await workspace(ana)
            .getByText(/Rings now: Maria Customer, When do you come/)
            .first()
            .waitFor();
    }, 90_000);

    it('left no error in any page', async () => {
        for (const page of [ada, ana, ben]) await page.close();
        expect(world.problems()).toEqual([]);
    });
});
