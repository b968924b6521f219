import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { OutsideMail } from '../outsideMail.ts';
import { BrowserWorld } from './browserWorld.ts';
import { wrongInAnyLook } from './looks.ts';
import { choose, offer, workspace } from './people.ts';

/** E6: a quick reply is written with a format, and "/" inserts it with that format, or without where one writes plain text. */
describe('quick replies as formatted text', () => {
    let world: BrowserWorld;
    let customers: OutsideMail;
    let ada: Page;
    let ana: Page;

    beforeAll(async () => {
        customers = await OutsideMail.open();
        world = await BrowserWorld.open({ SMTP_URL: customers.url });
        [ada, ana] = await Promise.all([world.agent('Ada Quinn'), world.agent('Ana Silva')]);
        await choose(ada, 'unavailable:');
    }, 180_000);
    afterAll(async () => {
        await world?.close();
        await customers?.close();
    }, 60_000);

    const keeper = (): Locator => ada.locator('c-patchbay-quick-reply-keeper');
    const at = (id: string): Locator => workspace(ana).locator(`[data-id="${id}"]`);
    const field = (): Locator => workspace(ana).getByRole('textbox', { name: 'Reply text' });
    const option = (): Locator => workspace(ana).getByRole('option', { name: /Return a lamp/ });

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
        expect(await wrongInAnyLook(ada, 'quick-reply-link')).toEqual([]);
        await keeper().locator('[data-id=link-address]').fill('returns.example.com/label');
        await ada.keyboard.press('Enter');
        await text.and(ada.locator(':focus')).waitFor();
        expect(await wrongInAnyLook(ada, 'quick-reply-formatted')).toEqual([]);
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
        await customers.write(world.server.smtpPort, {
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
        expect(await wrongInAnyLook(ana, 'quick-reply-in-formatted')).toEqual([]);
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
        await world.letLeave(ana);
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
        expect(world.problems()).toEqual([]);
    }, 60_000);
});
