import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { choose, offer, workspace, writeNewMail } from './people.ts';

/** R8 in a real browser: one server, each step goes on where the last one ended. */
describe('content rules', () => {
    let world: BrowserWorld;
    let ada: Page;
    let ana: Page;
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

    const rules = (): Locator => ada.locator('c-patchbay-admin-content-rules');
    const form = (): Locator => rules().locator('c-patchbay-rule-form');
    const trial = (): Locator => rules().locator('c-patchbay-rule-trial');
    const named = (name: string): Locator =>
        rules()
            .locator('ol > li')
            .filter({ has: ada.getByText(name, { exact: true }) });

    it('one is written by keyboard and tried on past mail before it is saved', async () => {
        await writeNewMail(maria, 'Is my invoice paid?', 'I do not find it. Maria');
        await offer(ana).getByText('Is my invoice paid?').waitFor();
        await ada.getByText('Administration', { exact: true }).first().click();
        await ada.locator('c-patchbay-administration').getByRole('button', { name: 'Rules' }).click();
        await named('Emergencies').waitFor();
        expect(await accessibilityProblems(ada)).toEqual([]);
        await rules().getByRole('button', { name: 'Add a rule' }).press('Enter');
        await form().getByLabel('Name').and(ada.locator(':focus')).waitFor();
        await ada.keyboard.type('Invoices');
        await form().getByRole('button', { name: 'Add a condition' }).press('Enter');
        await form().getByLabel('Condition 1: what').and(ada.locator(':focus')).waitFor();
        await form().getByLabel('Condition 1: values').fill('invoice*');
        await form().getByLabel('Tags').fill('Money');
        await form().locator('[data-id=priority]').selectOption({ label: 'High' });
        await form().getByRole('button', { name: 'Try on past email' }).press('Enter');
        await trial()
            .getByText(/New emails looked at: 1; they fit: 1; treated otherwise: 1/)
            .waitFor();
        await trial().getByText('Was: Support, Normal').waitFor();
        await trial().getByText('Would be: Support, High, tagged Money').waitFor();
        expect(await accessibilityProblems(ada)).toEqual([]);
        await picture(ada, 'content-rules-trial');
    }, 60_000);

    it('saved, it is off: the next mail goes where mail went before', async () => {
        await form().getByRole('button', { name: 'Save', exact: true }).click();
        await named('Invoices').waitFor();
        expect(await named('Invoices').getByRole('switch').isChecked()).toBe(false);
        await writeNewMail(maria, 'Another invoice', 'And this one? Maria');
        await offer(ana).getByText('Another invoice').waitFor();
    }, 60_000);

    it('turned on and moved to the front, it sorts, and the interaction says so', async () => {
        await named('Invoices').getByRole('switch').check();
        for (const _place of [1, 2, 3]) await named('Invoices').getByRole('button', { name: /up$/ }).click();
        await rules().locator('ol > li').first().getByText('Invoices', { exact: true }).waitFor();
        await choose(ana, 'unavailable:');
        await writeNewMail(maria, 'The last invoice', 'And the last? Maria');
        await ada.getByText('Patchbay', { exact: true }).first().click();
        const queue = workspace(ada).locator('[data-name=queue]');
        if ((await queue.getAttribute('aria-expanded')) !== 'true') await queue.click();
        const row = workspace(ada)
            .locator('[data-section=queue] c-patchbay-inbox-row')
            .filter({ hasText: 'The last invoice' });
        await row.getByText('High', { exact: true }).waitFor();
        await row.click();
        const header = workspace(ada).locator('c-patchbay-interaction-header');
        await header.getByText('High', { exact: true }).waitFor();
        await workspace(ada).getByText('Money', { exact: true }).first().waitFor();
        await workspace(ada)
            .getByText(/earlier events/)
            .click();
        await workspace(ada)
            .getByText('Rule “Invoices” (subject contains “invoice*”) → High priority, tagged “Money”.')
            .waitFor();
        expect(await accessibilityProblems(ada)).toEqual([]);
    }, 60_000);

    it('its priority is changed by hand, by keyboard', async () => {
        await workspace(ada).locator('[data-id=menu]').click();
        await workspace(ada)
            .getByRole('menuitem', { name: /Priority/ })
            .click();
        const panel = workspace(ada).locator('c-patchbay-set-priority');
        await panel.getByRole('button', { name: 'High' }).and(ada.locator(':focus')).waitFor();
        expect(await accessibilityProblems(ada)).toEqual([]);
        await ada.keyboard.press('Shift+Tab');
        await ada.keyboard.press('Enter');
        await workspace(ada)
            .locator('c-patchbay-interaction-header')
            .getByText('Urgent', { exact: true })
            .waitFor();
        await panel.waitFor({ state: 'detached' });
    }, 60_000);

    it('left no error in any page', async () => {
        await ada.close();
        expect(world.problems()).toEqual([]);
    });
});
