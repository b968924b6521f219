import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { BrowserWorld } from './browserWorld.ts';
import { wrongInAnyLook } from './looks.ts';
import { offer, workspace, writeNewMail } from './people.ts';

/** R9 in a real browser: one server, each step goes on where the last one ended. */
describe('service targets', () => {
    let world: BrowserWorld;
    let ana: Page;
    let mara: Page;
    let ada: Page;

    beforeAll(async () => {
        world = await BrowserWorld.open();
        const [agent, maria] = await Promise.all([world.agent('Ana Silva'), world.customer()]);
        ana = agent;
        await writeNewMail(maria, 'My lamp is broken', 'Hello,\n\nthe lamp does not light.\n\nMaria');
        await offer(ana).locator('[data-id=accept]').click();
    }, 180_000);
    afterAll(async () => {
        await world?.close();
    }, 60_000);

    const targetIn = (page: Page, where: string) =>
        workspace(page).locator(`${where} c-patchbay-target .target`);
    const rowTarget = (page: Page) => targetIn(page, 'c-patchbay-inbox-row').first();

    it('count down in row and header, in words', async () => {
        await rowTarget(ana)
            .getByText(/Reply due in (4 h 00|3 h 59) min/)
            .waitFor();
        await targetIn(ana, 'c-patchbay-interaction-header')
            .getByText(/Reply due in/)
            .waitFor();
        expect(await wrongInAnyLook(ana, 'targets-running')).toEqual([]);
    }, 60_000);

    it('are due soon by word and shape, and the bell says so', async () => {
        await world.server.advance('185m');
        await rowTarget(ana)
            .getByText(/Due soon: reply in 5\d min/)
            .waitFor();
        expect(await rowTarget(ana).locator('lightning-icon').count()).toBe(1);
        await workspace(ana).locator('c-patchbay-notifications button').first().click();
        await workspace(ana)
            .getByText(/First reply of "My lamp is broken" is due in/)
            .first()
            .waitFor();
        await ana.keyboard.press('Escape');
        expect(await wrongInAnyLook(ana, 'targets-soon')).toEqual([]);
    }, 60_000);

    it('are overdue, and told to the lead, whose list opens the interaction', async () => {
        mara = await world.agent('Mara');
        await world.server.advance('1h');
        await rowTarget(ana)
            .getByText(/Reply overdue by/)
            .waitFor();
        expect(await wrongInAnyLook(ana, 'targets-overdue')).toEqual([]);
        await workspace(mara).locator('[data-id=service-targets]').click();
        const row = workspace(mara).locator('c-patchbay-service-targets li');
        await row.getByText('Overdue', { exact: true }).waitFor();
        await workspace(mara).locator('c-patchbay-target-counts').getByText('First reply').first().waitFor();
        expect(await wrongInAnyLook(mara, 'targets-list')).toEqual([]);
        await row.locator('button').click();
        await workspace(mara).getByText('the lamp does not light.').first().waitFor();
        await workspace(mara)
            .getByText(/Overdue: the first reply was due/)
            .first()
            .waitFor();
        await workspace(mara).locator('c-patchbay-service-targets').waitFor({ state: 'detached' });
    }, 60_000);

    it('are set by an admin, who is told what cannot be', async () => {
        ada = await world.agent('Ada Quinn');
        await ada.getByText('Administration', { exact: true }).first().click();
        await ada.locator('c-patchbay-administration').getByRole('button', { name: 'Queues' }).click();
        const settings = ada.locator('c-patchbay-target-settings');
        const field = (name: string) => settings.getByRole('textbox', { name });
        const save = ada.locator('c-patchbay-admin-queues [data-id=save]');
        await field('First reply, Urgent').fill('soon');
        await settings.getByRole('alert').waitFor();
        expect(await save.isDisabled()).toBe(true);
        await field('First reply, Urgent').fill('15m');
        await settings.locator('[data-id=way]').selectOption('before');
        await field('Time before it is due').fill('15m');
        await settings.getByText('The warning must come before every target.').waitFor();
        expect(
            await wrongInAnyLook(ada, 'targets-settings', () =>
                settings.evaluate((element) => element.scrollIntoView()),
            ),
        ).toEqual([]);
        await field('Time before it is due').fill('5m');
        await field('First reply, All priorities').fill('1d');
        await save.click();
        await ada.getByText('Saved').first().waitFor();
        // 24 hours of opening time from the mail's arrival: four of them have gone by.
        await rowTarget(ana)
            .getByText(/Reply due/)
            .waitFor();
    }, 60_000);

    it('left no error in any page', async () => {
        for (const page of [ana, mara, ada]) await page.close();
        expect(world.problems()).toEqual([]);
    });
});
