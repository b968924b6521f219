import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { AgentSocket } from '../agentSocket.ts';
import { OutsideMail } from '../outsideMail.ts';
import { BrowserWorld } from './browserWorld.ts';
import { wrongInAnyLook } from './looks.ts';
import { offer, workspace } from './people.ts';

/** E6: what an agent has in hand before it leaves: new mail, a chosen forward, scheduled mail; one after the other. */
describe('mail that an agent has in hand', () => {
    let world: BrowserWorld;
    let customers: OutsideMail;
    let ana: Page;

    beforeAll(async () => {
        customers = await OutsideMail.open();
        world = await BrowserWorld.open({ SMTP_URL: customers.url });
        const ada = await AgentSocket.signIn(world.server.url, 'ada');
        await ada.command('setStatus', { status: 'unavailable' });
        await ada.command('saveQuickReply', {
            shortcut: 'order',
            title: 'Order',
            text: 'From {{agent.firstName}}, about number {{interaction.number}} on {{date}}.',
        });
        ada.close();
        ana = await world.agent('Ana Silva');
    }, 180_000);
    afterAll(async () => {
        await world?.close();
        await customers?.close();
    }, 60_000);

    const at = (id: string): Locator => workspace(ana).locator(`[data-id="${id}"]`);
    const text = (): Locator =>
        workspace(ana).locator('c-patchbay-composer textarea[aria-label="Reply text"]');
    const mine = (words: string): Locator =>
        workspace(ana).locator('[data-section=mine] c-patchbay-inbox-row').filter({ hasText: words });
    const address = (field: string): Locator => workspace(ana).locator(`[data-field="${field}"] input`);

    /** In the narrowest there is one column: the lists are behind the interaction. */
    async function openListAlone(width: number): Promise<void> {
        if (width >= 700) return;
        if (await at('back').isVisible()) await at('back').click();
        const heading = workspace(ana).locator('[data-name=scheduled]');
        if ((await heading.getAttribute('aria-expanded')) === 'false') await heading.click();
        await at('scheduled-edit').scrollIntoViewIfNeeded();
    }
    async function begin(to: string): Promise<void> {
        await at('new-mail').click();
        await at('address').fill(to);
        await ana.keyboard.press('Enter');
        await at('subject').waitFor();
    }

    it('a new mail takes a quick reply by "/", its fields filled, and judges its subject as one types', async () => {
        await begin('nora@customer.example.com');
        await text().click();
        await ana.keyboard.type('/ord');
        await workspace(ana).getByRole('option', { name: /Order/ }).waitFor();
        await ana.keyboard.press('Enter');
        await text().and(ana.locator(':focus')).waitFor();
        expect(await text().inputValue()).toMatch(/^From Ana, about number \d+ on .*20\d\d/);
        await at('subject').fill('Your order 🎉');
        await at('writing-checks').waitFor();
        expect(await at('send').isDisabled()).toBe(true);
        expect(await wrongInAnyLook(ana, 'new-mail-checked')).toEqual([]);
        await at('remove-emoji').click();
        expect(await at('subject').inputValue()).toBe('Your order');
        await at('send').click();
        await world.letLeave(ana);
        expect((await customers.received('about number')).raw).toMatch(/^Subject: Your order\r?$/m);
    }, 90_000);

    it('a begun new mail is discarded in its place, by keyboard, asked once', async () => {
        await begin('nobody@customer.example.com');
        await text().fill('Never mind.');
        await at('discard').focus();
        await ana.keyboard.press('Enter');
        await at('keep-writing').and(ana.locator(':focus')).waitFor();
        expect(await wrongInAnyLook(ana, 'discard-asked')).toEqual([]);
        await ana.keyboard.press('Enter');
        expect(await text().inputValue()).toBe('Never mind.');
        await at('discard').click();
        await at('discard-now').click();
        await mine('nobody@').waitFor({ state: 'detached' });
        await at('discard').waitFor({ state: 'detached' });
    }, 90_000);

    it('forwards an invoice from an address that nobody reads, by keyboard, where a reply is refused', async () => {
        await customers.write(world.server.smtpPort, {
            from: 'no-reply@billing.example.com',
            to: ['support@example.com'],
            subject: 'Your invoice',
            text: 'Find it attached.',
            attachments: [{ filename: 'invoice.txt', content: '42' }],
        });
        await offer(ana).locator('[data-id=accept]').click();
        await at('forward-instead').waitFor();
        expect(await wrongInAnyLook(ana, 'reply-refused')).toEqual([]);
        await at('forward-instead').focus();
        await ana.keyboard.press('Enter');
        await text().and(ana.locator(':focus')).waitFor();
        const file = workspace(ana).locator('c-patchbay-composer').getByText('invoice.txt', { exact: true });
        await file.waitFor();
        expect(await wrongInAnyLook(ana, 'forward-unread')).toEqual([]);
        await at('kind').selectOption('reply');
        await at('forward-instead').and(ana.locator(':focus')).waitFor();
        await ana.keyboard.press('f');
        await text().and(ana.locator(':focus')).waitFor();
        await file.waitFor();
        await address('to').fill('accounts@partner.example.com,');
        await text().fill('Please pay it.');
        await at('send').click();
        await world.letLeave(ana);
        expect((await customers.received('Please pay it.')).raw).toContain('filename=invoice.txt');
    }, 90_000);

    it('forwards the message that is chosen, with its file and not the newest', async () => {
        const first = {
            from: 'maria@customer.example.com',
            to: ['support@example.com'],
            subject: 'Broken lamp',
            text: 'It does not light.',
            attachments: [{ filename: 'receipt.txt', content: 'receipt' }],
        };
        await customers.write(world.server.smtpPort, first);
        await offer(ana).locator('[data-id=accept]').click();
        await text().fill('Which lamp is it?');
        await at('send').click();
        await world.letLeave(ana);
        const asked = await customers.received('Which lamp is it?');
        const id = /^Message-ID: (<[^>]+>)/im.exec(asked.raw)?.[1] ?? '';
        await customers.write(world.server.smtpPort, {
            ...first,
            subject: 'Re: Broken lamp',
            text: 'The green one.',
            attachments: [],
            inReplyTo: id,
        });
        await workspace(ana).getByText('The green one.').first().waitFor();
        await at('forward').first().click();
        await workspace(ana).locator('[data-id=forwards]').waitFor();
        await workspace(ana)
            .locator('c-patchbay-composer')
            .getByText('receipt.txt', { exact: true })
            .waitFor();
        await address('to').fill('workshop@partner.example.com,');
        await text().fill('Can you repair this?');
        await at('draft-state').getByText('Saved', { exact: true }).waitFor();
        await ana.reload();
        await workspace(ana).locator('[data-id=forwards]').waitFor();
        expect(await wrongInAnyLook(ana, 'forward-chosen')).toEqual([]);
        await at('send').click();
        await world.letLeave(ana);
        const mail = await customers.received('Can you repair this?');
        expect(mail.raw).toContain('filename=receipt.txt');
        expect(mail.raw).toContain('It does not light.');
        expect(mail.raw).not.toContain('The green one.');
    }, 90_000);

    it('replies to the message that is chosen, by keyboard, and not to the newest', async () => {
        const first = workspace(ana).locator('c-patchbay-message').filter({ hasText: 'It does not light.' });
        const opener = first.locator('[aria-expanded=false]').first();
        if (await opener.count()) await opener.press('Enter');
        await first.locator('[data-id=answer]').press('Enter');
        await text().and(ana.locator(':focus')).waitFor();
        await at('answers').waitFor();
        await ana.keyboard.type('Since when has it been dark?');
        await at('draft-state').getByText('Saved', { exact: true }).waitFor();
        await ana.reload();
        await at('answers').waitFor();
        expect(await wrongInAnyLook(ana, 'reply-chosen')).toEqual([]);
        await at('send').click();
        await world.letLeave(ana);
        const mail = await customers.received('Since when has it been dark?');
        expect(mail.raw).toContain('> It does not light.');
        expect(mail.raw).not.toContain('The green one.');
        await at('answers').waitFor({ state: 'detached' });
    }, 90_000);

    it('lists what is scheduled: edited, not sent, sent now', async () => {
        await text().fill('We repair it on Monday.');
        await at('later').click();
        await at('send-at').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 16));
        await ana.keyboard.press('Tab');
        await at('send').click();
        const list = workspace(ana).locator('[data-section=scheduled]');
        const openList = async (): Promise<void> => {
            await list.locator('[data-name=scheduled][aria-expanded=false]').focus();
            await ana.keyboard.press('Enter');
            await list.getByText('Re: Broken lamp').waitFor();
            await list.scrollIntoViewIfNeeded();
        };
        await openList();
        expect(await wrongInAnyLook(ana, 'scheduled-list', openListAlone)).toEqual([]);
        await list.locator('[data-scheduled]').waitFor();
        await at('scheduled-edit').click();
        await expectText('We repair it on Monday.');
        await text().fill('We repair it on Tuesday.');
        await at('send').click();
        await list.locator('[data-scheduled]').waitFor();
        await at('scheduled-cancel').click();
        await list.getByText(/It is not sent/).waitFor();
        await expectText('We repair it on Tuesday.');
        await at('send').click();
        await at('scheduled-now').click();
        await customers.received('We repair it on Tuesday.');
        expect(customers.all().some(({ raw }) => raw.includes('on Monday.'))).toBe(false);
        await ana.mouse.move(0, 0);
        await list.getByText('Nothing is scheduled').waitFor();
        expect(world.problems()).toEqual([]);
    }, 90_000);

    async function expectText(value: string): Promise<void> {
        await text().waitFor();
        for (let tries = 0; tries < 50 && (await text().inputValue()) !== value; tries += 1)
            await ana.waitForTimeout(100);
        expect(await text().inputValue()).toBe(value);
    }
});
