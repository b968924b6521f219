import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { BrowserWorld } from './browserWorld.ts';
import { wrongInAnyLook } from './looks.ts';
import { choose, offer, workspace, writeNewMail } from './people.ts';

/** E12 in a real browser: one server, each step goes on where the last one ended. */
describe('spam and blocked senders', () => {
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

    const list = (page: Page): Locator => workspace(page).locator('[data-name=spam]');
    const spam = (page: Page, subject: string): Locator =>
        workspace(page).locator('[data-section=spam] c-patchbay-inbox-row').filter({ hasText: subject });
    /** Before what it waits for is there: nobody has to open it again. */
    const opened = async (page: Page): Promise<void> => {
        await list(page).click();
        // A list holds still under the pointer.
        await page.mouse.move(0, 0);
    };
    const panel = (page: Page): Locator => workspace(page).locator('c-patchbay-spam');
    const menu = async (page: Page, item: RegExp): Promise<void> => {
        await workspace(page).locator('[data-id=menu]').click();
        await workspace(page).getByRole('menuitem', { name: item }).click();
    };
    const confirm = async (page: Page, reason: string): Promise<void> => {
        // The caret is there already.
        await panel(page).getByRole('textbox').and(page.locator(':focus')).waitFor();
        await page.keyboard.type(reason);
        await page.keyboard.press('Enter');
        await panel(page).waitFor({ state: 'detached' });
    };

    it('marked as spam, with a reason and by keyboard, it is in the Spam list and in no inbox', async () => {
        await writeNewMail(maria, 'Cheap lamps', 'Buy lamps. Maria');
        await offer(ana).locator('[data-id=accept]').click();
        await menu(ana, /Mark as spam/);
        await panel(ana).waitFor();
        expect(await wrongInAnyLook(ana, 'spam-panel')).toEqual([]);
        await confirm(ana, 'Sells lamps');
        await workspace(ana)
            .locator('[data-section=mine] c-patchbay-inbox-row')
            .first()
            .waitFor({ state: 'detached' });
        await list(ana).click();
        await spam(ana, 'Cheap lamps').waitFor();
    }, 60_000);

    it('its sender is blocked from there: the next mail is kept, with who, when and why', async () => {
        await spam(ana, 'Cheap lamps').click();
        await workspace(ana)
            .getByText(/Spam: marked by Ana Silva .*Sells lamps/)
            .first()
            .waitFor();
        await menu(ana, /Block sender/);
        expect(await panel(ana).getByRole('radio').count()).toBe(0);
        await confirm(ana, 'Never stops');
        await opened(ada);
        await spam(ada, 'Cheap lamps').waitFor();
        await ana.mouse.move(0, 0);
        await writeNewMail(maria, 'More lamps', 'And more lamps. Maria');
        await spam(ada, 'More lamps').waitFor();
        await spam(ana, 'More lamps').waitFor();
        expect(await offer(ana).count()).toBe(0);
        await spam(ada, 'More lamps').click();
        await workspace(ada)
            .getByText(/Spam: its sender was blocked by Ana Silva .*Never stops/)
            .first()
            .waitFor();
        expect(await wrongInAnyLook(ada, 'spam-list')).toEqual([]);
    }, 60_000);

    it('an agent who asks for its release reads whom to ask; released by an admin, it rings', async () => {
        await spam(ana, 'Cheap lamps').click();
        await menu(ana, /Not spam: release/);
        await workspace(ana).getByText('Managers and admins release spam.').waitFor();
        await menu(ada, /Not spam: release/);
        await offer(ana).getByText('More lamps').waitFor();
        await spam(ada, 'More lamps').waitFor({ state: 'detached' });
        await ana.mouse.move(0, 0);
        await spam(ana, 'More lamps').waitFor({ state: 'detached' });
        await offer(ana).locator('[data-id=accept]').click();
        await workspace(ana).getByText('And more lamps.').first().waitFor();
    }, 60_000);

    it('the administration says who is blocked and why; unblocked and released, what was kept rings', async () => {
        await ada.getByText('Administration', { exact: true }).first().click();
        const administration = ada.locator('c-patchbay-administration');
        await administration.getByRole('button', { name: 'Blocked senders' }).click();
        const blocked = administration.locator('c-patchbay-admin-blocked');
        await blocked.getByText('Never stops').waitFor();
        await blocked.getByText(/Blocked by Ana Silva/).waitFor();
        await blocked.getByLabel(/Address/).fill('gmail.com');
        await blocked.getByLabel('Reason').fill('Lamps');
        await ada.keyboard.press('Enter');
        await blocked.getByText('Block the sender alone.').waitFor();
        await blocked.getByRole('button', { name: /^Unblock / }).click();
        expect(await wrongInAnyLook(ada, 'admin-blocked')).toEqual([]);
        await blocked.locator('[data-action=release]').click();
        await blocked.getByText('Unblocked. Released: 1').waitFor();
        await blocked.getByText('Nobody is blocked').waitFor();
        await offer(ana).getByText('Cheap lamps').waitFor();
    }, 60_000);

    it('left no error in any page', async () => {
        await ada.close();
        expect(world.problems()).toEqual([]);
    });
});
