import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { buildConsole } from '../../../local-org/build.ts';
import { OutsideMail } from '../outsideMail.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { accessibilityProblems, openBrowser, picture } from './browser.ts';
import { choose, offer, signIn, workspace } from './people.ts';

/** E6: a quick reply is written with a format, and "/" inserts it with that format, or without where one writes plain text. */
describe('quick replies as formatted text', () => {
    let server: DemoServer;
    let browser: Browser;
    let customers: OutsideMail;
    let ada: Page;
    let ana: Page;
    const problems: string[] = [];

    beforeAll(async () => {
        await buildConsole();
        customers = await OutsideMail.open();
        server = await startDemoServer({ SMTP_URL: customers.url });
        browser = await openBrowser();
        const adas = await signIn(browser, server.url, 'Ada Quinn');
        ada = adas.page;
        await choose(ada, 'unavailable:');
        const anas = await signIn(browser, server.url, 'Ana Silva');
        ana = anas.page;
        ada.on('close', () => problems.push(...adas.problems, ...anas.problems));
    }, 180_000);
    afterAll(async () => {
        await browser?.close();
        await server?.stop();
        await customers?.close();
    }, 60_000);

    const keeper = (): Locator => ada.locator('c-patchbay-quick-reply-keeper');
    const at = (id: string): Locator => workspace(ana).locator(`[data-id="${id}"]`);
    const field = (): Locator => workspace(ana).getByRole('textbox', { name: 'Reply text' });
    const option = (): Locator => workspace(ana).getByRole('option', { name: /Return a lamp/ });

    async function looksRight(page: Page, name: string): Promise<void> {
        const found: string[] = [];
        for (const width of [320, 1920, 1280])
            for (const colorScheme of ['dark', 'light'] as const) {
                const seen = `${name}-${width}-${colorScheme}`;
                await page.emulateMedia({ colorScheme });
                await page.setViewportSize({ width, height: 800 });
                await page.evaluate(
                    'new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))',
                );
                await picture(page, seen);
                const over = await page.evaluate(
                    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
                );
                if (over > 0) found.push(`${seen}: ${over} px to the side`);
                found.push(...(await accessibilityProblems(page)).map((line) => `${seen}: ${line}`));
            }
        expect(found).toEqual([]);
    }

    it('one is written with bold, a list and a link, by keyboard', async () => {
        await ada.getByText('Administration', { exact: true }).first().click();
        await ada.locator('c-patchbay-administration').getByRole('button', { name: 'Quick replies' }).click();
        await keeper().locator('[data-id=add]').press('Enter');
        await keeper().locator('[name=shortcut]').fill('pack');
        await keeper().locator('[name=title]').fill('Return a lamp');
        await keeper().locator('[data-id=html]').press('Space');
        const text = keeper().getByRole('textbox', { name: 'Text' });
        await text.focus();
        await ada.keyboard.type('Dear {{customer.firstName}}, pack it ');
        await ada.keyboard.press('Control+b');
        await ada.keyboard.type('well');
        await ada.keyboard.press('Control+b');
        await ada.keyboard.type(':');
        await ada.keyboard.press('Enter');
        await keeper().locator('[data-command=insertUnorderedList]').press('Enter');
        await ada.keyboard.type('in paper');
        await ada.keyboard.press('Enter');
        await ada.keyboard.type('with the ');
        await keeper().locator('[data-id=link]').press('Enter');
        await keeper().locator('[data-id=link-address]').and(ada.locator(':focus')).waitFor();
        await ada.keyboard.type('nowhere');
        await ada.keyboard.press('Enter');
        await keeper().getByText('This is no web or mail address.').waitFor();
        await looksRight(ada, 'quick-reply-link');
        await keeper().locator('[data-id=link-address]').fill('returns.example.com/label');
        await ada.keyboard.press('Enter');
        await text.and(ada.locator(':focus')).waitFor();
        await looksRight(ada, 'quick-reply-formatted');
        await keeper().locator('[data-id=save]').press('Enter');
        await keeper().getByText('/pack', { exact: true }).waitFor();
        await keeper().getByText('Dear {{customer.firstName}}, pack it well:').waitFor();
    }, 90_000);

    it('stands again as it was written where it is edited', async () => {
        await keeper().locator('.row', { hasText: '/pack' }).locator('[data-id=edit]').click();
        const text = keeper().getByRole('textbox', { name: 'Text' });
        expect(await text.locator('b').innerText()).toBe('well');
        expect(await text.locator('li').allInnerTexts()).toEqual([
            'in paper',
            expect.stringContaining('with the'),
        ]);
        expect(await text.locator('a').getAttribute('href')).toBe('https://returns.example.com/label');
        await keeper().getByRole('button', { name: 'Cancel' }).click();
    }, 60_000);

    it('"/" inserts it formatted where one writes formatted text, in the line that one is in', async () => {
        await customers.write(server.smtpPort, {
            from: 'Maria Lopez <maria@customer.example.com>',
            to: ['support@example.com'],
            subject: 'Broken lamp',
            text: 'It does not light.',
        });
        await offer(ana).locator('[data-id=accept]').click();
        await at('format').click();
        await field().and(ana.locator(':focus')).waitFor();
        await ana.keyboard.type('See https://example.com/ret first.');
        await ana.keyboard.press('Enter');
        await option().waitFor({ state: 'detached' });
        await ana.keyboard.type('/pac');
        await option().waitFor();
        await looksRight(ana, 'quick-reply-in-formatted');
        await field().click();
        await field().press('Control+End');
        await ana.keyboard.type('k');
        await option().waitFor();
        await ana.keyboard.press('Enter');
        await option().waitFor({ state: 'detached' });
        await ana.keyboard.type('!');
        expect(await field().locator('b').allInnerTexts()).toEqual(['well']);
        expect(await field().locator('li').count()).toBe(2);
        expect((await field().innerText()).replaceAll('\u00a0', ' ')).toMatch(
            /^See https:\/\/example\.com\/ret first\.\s+Dear Maria, pack it well:\s+in paper\s+with the returns\.example\.com\/label!\s*$/,
        );
        await at('send').click();
        const { raw } = await customers.received('pack it');
        expect(raw).toMatch(/<b>well<\/b>/);
        expect(raw).toMatch(/<li>in paper<\/li>/);
        expect(raw).toMatch(/href=(?:3D)?"https:\/\/returns\.example\.com\/label"/);
    }, 90_000);

    it('and as plain text where one writes plain text; q opens the list in both', async () => {
        await workspace(ana).locator('h2').first().click();
        await ana.keyboard.press('q');
        await option().waitFor();
        await ana.keyboard.type('pack');
        await ana.keyboard.press('Enter');
        expect((await field().inputValue()).replaceAll('\u00a0', ' ')).toMatch(
            /^Dear Maria, pack it well:\s+- in paper\s+- with the returns\.example\.com\/label/,
        );
        await field().fill('');
        await at('format').click();
        await workspace(ana).locator('h2').first().click();
        await ana.keyboard.press('q');
        await option().waitFor();
        await ana.keyboard.press('Escape');
        await option().waitFor({ state: 'detached' });
        expect(await field().innerText()).toContain('/');
        expect(problems).toEqual([]);
    }, 60_000);
});
