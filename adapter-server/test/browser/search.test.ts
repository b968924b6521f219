import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { choose, workspace, writeNewMail } from './people.ts';

/** E10 in a real browser: found, read and kept by the keyboard alone. */
describe('searching mail', () => {
    let world: BrowserWorld;
    let ana: Page;
    const search = (page: Page): Locator => workspace(page).locator('c-patchbay-search');
    const field = (page: Page): Locator => search(page).getByRole('combobox');
    const rows = (page: Page): Locator => search(page).locator('[data-interaction]');
    const look = async (page: Page, query: string): Promise<void> => {
        await field(page).fill(query);
        await field(page).press('Enter');
    };

    beforeAll(async () => {
        world = await BrowserWorld.open();
        const [agent, maria] = await Promise.all([world.agent('Ana Silva'), world.customer()]);
        ana = agent;
        // Nothing rings: what is looked at here is the search.
        await choose(ana, 'unavailable:');
        await writeNewMail(maria, 'My lamp is broken', 'The lamp flickers. <b>Größe</b> E14, order AB-123.');
        await workspace(ana).locator('c-patchbay-inbox-row').first().waitFor();
        await maria.reload();
        await writeNewMail(maria, 'A chair for the hall', 'Which size does the chair have?');
    }, 180_000);
    afterAll(async () => {
        await world?.close();
    }, 60_000);

    it('begins with a key, is completed by keys and found within a second', async () => {
        await ana.keyboard.press('/');
        await search(ana).getByText('How to search').waitFor();
        await picture(ana, 'search-start-1280-light');
        await ana.keyboard.type('grosse sta');
        await search(ana).getByRole('option').first().waitFor();
        await ana.keyboard.press('ArrowDown');
        await ana.keyboard.press('Enter');
        await ana.keyboard.type('n');
        await search(ana).getByRole('option', { name: 'new' }).waitFor();
        await picture(ana, 'search-suggestions-1280-light');
        await ana.keyboard.press('ArrowDown');
        await ana.keyboard.press('Enter');
        expect(await field(ana).inputValue()).toBe('grosse status:new ');
        await ana.keyboard.press('Enter');
        await rows(ana).first().waitFor();
        expect(await rows(ana).count()).toBe(1);
        expect(await rows(ana).locator('mark').allInnerTexts()).toEqual(['Größe']);
        expect(await rows(ana).locator('b').count()).toBe(0);
        expect(await search(ana).locator('.chip').allInnerTexts()).toEqual(['status:new']);
        expect(await accessibilityProblems(ana)).toEqual([]);
        await picture(ana, 'search-found-1280-light');
    }, 60_000);

    it('goes from the field into the list, opens with Enter, and back to the inbox with Escape', async () => {
        await look(ana, 'AB-123');
        await rows(ana).first().waitFor();
        await ana.keyboard.press('ArrowDown');
        await ana.keyboard.press('Enter');
        await workspace(ana)
            .locator('c-patchbay-interaction')
            .getByText('My lamp is broken')
            .first()
            .waitFor();
        await field(ana).press('Escape');
        await workspace(ana).locator('c-patchbay-inbox').waitFor({ state: 'visible' });
        expect(await rows(ana).count()).toBe(0);
    }, 60_000);

    it('is kept under a name and found there again', async () => {
        await ana.keyboard.press('/');
        await look(ana, 'chair');
        await rows(ana).first().waitFor();
        await search(ana).locator('[data-id=save]').click();
        await search(ana).getByLabel('Name of the search').fill('Chairs');
        await search(ana).getByLabel('Name of the search').press('Enter');
        await search(ana).getByText('Saved.').waitFor();
        await field(ana).press('Escape');
        await ana.keyboard.press('/');
        await search(ana)
            .getByRole('button', { name: /Chairs/ })
            .first()
            .click();
        await rows(ana).first().waitFor();
        expect(await rows(ana).count()).toBe(1);
        await picture(ana, 'search-saved-1280-light');
    }, 60_000);

    it('says what is wrong with a filter, and that nothing was found', async () => {
        await look(ana, 'agent:nobody');
        await search(ana).getByText('Nobody is called “nobody”.').waitFor();
        await look(ana, 'dinosaur');
        await search(ana).getByText('Nothing found').waitFor();
        await picture(ana, 'search-nothing-1280-light');
        expect(await accessibilityProblems(ana)).toEqual([]);
    }, 60_000);

    it('without the permission finds by number alone, and says whom to ask', async () => {
        const ben = await world.agent('Ben Okoro');
        await ben.keyboard.press('/');
        await search(ben).getByText('You can find interactions by number').waitFor();
        await look(ben, 'lamp');
        await search(ben)
            .getByText(/You do not have the permission/)
            .waitFor();
        await look(ben, '#1');
        await rows(ben).first().waitFor();
        await picture(ben, 'search-number-1280-light');
        await ben.close();
    }, 60_000);

    it.each([
        [320, false],
        [1920, true],
    ])(
        'is whole at %d px',
        async (width, dark) => {
            const page = await world.agent('Ana Silva', { width, height: 800, dark });
            await field(page).waitFor();
            await look(page, 'lamp -unsaid');
            await rows(page).first().waitFor();
            await picture(page, `search-found-${width}-${dark ? 'dark' : 'light'}`);
            const wide = await search(page).evaluate((shown) => shown.scrollWidth - shown.clientWidth);
            expect(wide).toBeLessThanOrEqual(0);
            expect(await accessibilityProblems(page)).toEqual([]);
            // What was found is there still behind an interaction that was read, in one column too.
            await rows(page).first().click();
            const back = workspace(page).locator('[data-id=back]');
            await workspace(page).locator('c-patchbay-interaction h2').first().waitFor();
            if (width === 320) {
                await rows(page).first().waitFor({ state: 'hidden' });
                await back.click();
            }
            await rows(page).first().waitFor();
            expect(await field(page).inputValue()).toBe('lamp -unsaid');
            await page.close();
        },
        60_000,
    );

    it('left no error in any page', () => {
        expect(world.problems()).toEqual([]);
    });
});
