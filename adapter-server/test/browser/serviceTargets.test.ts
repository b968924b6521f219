import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { buildConsole } from '../../../local-org/build.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { accessibilityProblems, openBrowser, openPage, picture } from './browser.ts';
import { offer, openMailbox, signIn, workspace, writeNewMail } from './people.ts';

const WIDTHS = [320, 1280, 1920] as const;

/** R9 in a real browser: one server, each step goes on where the last one ended. */
describe('service targets', () => {
    let server: DemoServer;
    let browser: Browser;
    let ana: Page;
    let mara: Page;
    let ada: Page;
    const problems: string[] = [];

    beforeAll(async () => {
        await buildConsole();
        server = await startDemoServer();
        browser = await openBrowser();
        const anas = await signIn(browser, server.url, 'Ana Silva');
        ana = anas.page;
        const customers = await openPage(browser);
        await openMailbox(customers.page, server.url);
        await writeNewMail(
            customers.page,
            'My lamp is broken',
            'Hello,\n\nthe lamp does not light.\n\nMaria',
        );
        await offer(ana).locator('[data-id=accept]').click();
        ana.on('close', () => problems.push(...anas.problems, ...customers.problems));
    }, 180_000);
    afterAll(async () => {
        await browser?.close();
        await server?.stop();
    }, 60_000);

    const targetIn = (page: Page, where: string) =>
        workspace(page).locator(`${where} c-patchbay-target .target`);
    const rowTarget = (page: Page) => targetIn(page, 'c-patchbay-inbox-row').first();

    /** At each width, light and dark. @returns what is wrong, a line each */
    async function pictures(page: Page, name: string, showing?: Locator): Promise<string[]> {
        const wrong: string[] = [];
        for (const width of WIDTHS)
            for (const scheme of ['light', 'dark'] as const) {
                await page.emulateMedia({ colorScheme: scheme });
                await page.setViewportSize({ width, height: width < 700 ? 640 : 800 });
                await page.evaluate(
                    'new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))',
                );
                await showing?.evaluate((element) => element.scrollIntoView());
                const seen = `${name}-${width}-${scheme}`;
                await picture(page, seen);
                const over = await page.evaluate(
                    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
                );
                if (over > 0) wrong.push(`${seen}: ${over} px to the side`);
                wrong.push(...(await accessibilityProblems(page)).map((line) => `${seen}: ${line}`));
            }
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.emulateMedia({ colorScheme: 'light' });
        return wrong;
    }

    it('count down in row and header, in words', async () => {
        await rowTarget(ana)
            .getByText(/Reply due in (4 h 00|3 h 59) min/)
            .waitFor();
        await targetIn(ana, 'c-patchbay-interaction-header')
            .getByText(/Reply due in/)
            .waitFor();
        expect(await pictures(ana, 'targets-running')).toEqual([]);
    }, 60_000);

    it('are due soon by word and shape, and the bell says so', async () => {
        await server.advance('185m');
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
        expect(await pictures(ana, 'targets-soon')).toEqual([]);
    }, 60_000);

    it('are overdue, and told to the lead, whose list opens the interaction', async () => {
        const maras = await signIn(browser, server.url, 'Mara');
        mara = maras.page;
        mara.on('close', () => problems.push(...maras.problems));
        await server.advance('1h');
        await rowTarget(ana)
            .getByText(/Reply overdue by/)
            .waitFor();
        expect(await pictures(ana, 'targets-overdue')).toEqual([]);
        await workspace(mara).locator('[data-id=service-targets]').click();
        const row = workspace(mara).locator('c-patchbay-service-targets li');
        await row.getByText('Overdue', { exact: true }).waitFor();
        await workspace(mara).locator('c-patchbay-target-counts').getByText('First reply').first().waitFor();
        expect(await pictures(mara, 'targets-list')).toEqual([]);
        await row.locator('button').click();
        await workspace(mara).getByText('the lamp does not light.').first().waitFor();
        await workspace(mara)
            .getByText(/Overdue: the first reply was due/)
            .first()
            .waitFor();
        await workspace(mara).locator('c-patchbay-service-targets').waitFor({ state: 'detached' });
    }, 60_000);

    it('are set by an admin, who is told what cannot be', async () => {
        const adas = await signIn(browser, server.url, 'Ada Quinn');
        ada = adas.page;
        ada.on('close', () => problems.push(...adas.problems));
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
        expect(await pictures(ada, 'targets-settings', settings)).toEqual([]);
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
        expect(problems).toEqual([]);
    });
});
