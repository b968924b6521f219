import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { OutsideMail } from '../outsideMail.ts';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { offer, workspace } from './people.ts';

/** A picture of one dot. */
const DOT =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Every kind of mail that an agent writes, from the browser to a real SMTP world.server. */
describe('writing mail in the browser', () => {
    let world: BrowserWorld;
    let customers: OutsideMail;
    let ana: Page;

    beforeAll(async () => {
        customers = await OutsideMail.open();
        world = await BrowserWorld.open({ SMTP_URL: customers.url });
        ana = await world.agent('Ana Silva');
    }, 180_000);
    afterAll(async () => {
        await world?.close();
        await customers?.close();
    }, 60_000);

    const at = (id: string) => workspace(ana).locator(`[data-id="${id}"]`);
    const choose = (kind: string) => at('kind').selectOption(kind);
    const address = (field: string) => workspace(ana).locator(`[data-field="${field}"] input`);
    const text = () => workspace(ana).locator('c-patchbay-composer textarea[aria-label="Reply text"]');

    it('answers all that the mail names, and ourselves not', async () => {
        await customers.write(world.server.smtpPort, {
            from: 'maria@customer.example.com',
            to: ['support@example.com', 'bert@customer.example.com'],
            cc: ['carla@customer.example.com'],
            subject: 'Broken lamp',
            text: 'It does not light.',
            attachments: [{ filename: 'receipt.txt', content: 'receipt' }],
        });
        await offer(ana).locator('[data-id=accept]').click();
        await text().fill('Dear all, a new one is on its way.');
        await choose('reply_all');
        await at('send').click();
        await world.letLeave(ana);
        const mail = await customers.received('a new one is on its way');
        expect(mail.envelopeTo).toEqual([
            'maria@customer.example.com',
            'bert@customer.example.com',
            'carla@customer.example.com',
        ]);
        expect(mail.raw).toMatch(/^Subject: Re: Broken lamp/m);
        expect(mail.raw).toMatch(/^In-Reply-To: </m);
        expect(mail.raw).not.toMatch(/^Auto-Submitted/m);
    }, 60_000);

    it('takes a mail back, as it was, and sends it after all', async () => {
        await text().fill('This is wrong.');
        await at('add-cc').click();
        await address('bcc').fill('audit@partner.example.com,');
        await at('send').click();
        await at('undo').click();
        await expectValue(text(), 'This is wrong.');
        expect(await workspace(ana).locator('[data-field="bcc"] .chip').innerText()).toContain('audit@');
        await ana.reload();
        await expectValue(text(), 'This is wrong.');
        await text().fill('This is right.');
        await at('send').click();
        await world.letLeave(ana);
        const mail = await customers.received('This is right.');
        expect(mail.envelopeTo).toContain('audit@partner.example.com');
        expect(mail.raw).not.toContain('audit@partner.example.com');
        expect(customers.all().some(({ raw }) => raw.includes('This is wrong.'))).toBe(false);
    }, 60_000);

    it('forwards with the file to somebody else', async () => {
        await choose('forward');
        await workspace(ana).getByText('receipt.txt').last().waitFor();
        await address('to').fill('workshop@partner.example.com,');
        await text().fill('Can you repair this?');
        await picture(ana, 'forward-1280-light');
        await at('send').click();
        await world.letLeave(ana);
        const mail = await customers.received('Can you repair this?');
        expect(mail.envelopeTo).toEqual(['workshop@partner.example.com']);
        expect(mail.raw).toMatch(/^Subject: Fwd: Broken lamp/m);
        expect(mail.raw).toContain('filename=receipt.txt');
    }, 60_000);

    it('sends formatted text with an image inside', async () => {
        await choose('reply');
        await text().click();
        await at('format').click();
        const field = workspace(ana).locator('c-patchbay-rich-text [role=textbox]');
        await field.click();
        await ana.keyboard.type('Look here:');
        await field.evaluate((element, base64) => {
            const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
            const data = new DataTransfer();
            data.items.add(new File([bytes], 'dot.png', { type: 'image/png' }));
            const paste = { clipboardData: data, bubbles: true, composed: true, cancelable: true };
            element.dispatchEvent(new ClipboardEvent('paste', paste));
        }, DOT);
        await field.locator('img[src^="blob:"]').waitFor();
        expect(await accessibilityProblems(ana)).toEqual([]);
        await picture(ana, 'formatted-1280-light');
        await at('send').click();
        await world.letLeave(ana);
        const mail = await customers.received('Look here:');
        expect(mail.raw).toMatch(/Content-Id: <upload\.\d+@patchbay>/i);
        expect(mail.raw).toMatch(/src=3D"cid:upload|src="cid:upload/);
    }, 60_000);

    it('begins a new mail to any address', async () => {
        await at('new-mail').click();
        await at('address').fill('nora@customer.example.com');
        await at('start').click();
        await at('subject').fill('Your order');
        await text().fill('Your order is ready.');
        await picture(ana, 'new-mail-1280-light');
        await at('send').click();
        await world.letLeave(ana);
        const mail = await customers.received('Your order is ready.');
        expect(mail.envelopeTo).toEqual(['nora@customer.example.com']);
        expect(mail.raw).toMatch(/^Subject: Your order/m);
    }, 60_000);

    async function expectValue(field: ReturnType<Page['locator']>, value: string): Promise<void> {
        await field.waitFor();
        for (let tries = 0; tries < 50 && (await field.inputValue()) !== value; tries += 1)
            await ana.waitForTimeout(100);
        expect(await field.inputValue()).toBe(value);
    }
});
