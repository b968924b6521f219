import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { CustomerMailbox } from '../customerMailbox.ts';
import { accessibilityProblems, picture } from './browser.ts';
import { BrowserWorld } from './browserWorld.ts';
import { choose, offer, workspace } from './people.ts';

/** E6, from the wire to the screen: mail of megabytes that wants to fetch something in every part of it. */
describe('long mail in a real browser', () => {
    let world: BrowserWorld;
    let outside: Server;
    let spy = '';
    let ana: Page;
    let maria: CustomerMailbox;
    const fetched: string[] = [];

    beforeAll(async () => {
        outside = createServer((request, response) => {
            fetched.push(request.url ?? '');
            response.end();
        });
        await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
        spy = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
        world = await BrowserWorld.open();
        maria = new CustomerMailbox(world.server, 'Maria', 'maria@customer.example.com');
        ana = await world.agent('Ana Silva');
        await choose(ana, 'available:');
    }, 180_000);
    afterAll(async () => {
        await world?.close();
        await new Promise((resolve) => outside.close(resolve));
    }, 60_000);

    const spies = (): string =>
        `<img src="${spy}/img"><style>@import "${spy}/css";</style><link rel="stylesheet" href="${spy}/link">` +
        `<div style="background:url(${spy}/style);position:fixed">x</div><iframe src="${spy}/frame"></iframe>`;
    const message = (): Locator => workspace(ana).locator('c-patchbay-message').first();
    const showMore = (): Locator => message().locator('[data-id=show-more]');
    /** By the keyboard: a frame that still grows may move the button from under a mouse this quick. */
    const more = (): Promise<void> => showMore().press('Enter');
    const slices = (): Locator => message().locator('[data-slice]');

    async function open(subject: string, type: string, body: string): Promise<void> {
        await maria.sendRaw(`Subject: ${subject}\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}`);
        await offer(ana).getByText(subject).waitFor();
        await offer(ana).locator('[data-id=accept]').click();
        await message().waitFor();
        await workspace(ana).locator('c-patchbay-interaction').getByText(subject).first().waitFor();
    }
    async function finish(): Promise<void> {
        const id = await workspace(ana)
            .locator('c-patchbay-message article')
            .first()
            .getAttribute('data-message');
        expect(Number(id)).toBeGreaterThan(0);
        await ana.waitForLoadState('networkidle');
        expect(fetched).toEqual([]);
        expect(
            world.problems().filter((problem) => !/Content Security Policy|sandbox/i.test(problem)),
        ).toEqual([]);
    }

    it('1 MB of HTML: its beginning, the reason, and the next slice when asked', async () => {
        const paragraph = '<p style="color:#333">Some <b>honest</b> text.</p>\n';
        const body = `${spies()}${paragraph.repeat(3_000)}`.repeat(8);
        await open('A megabyte', 'text/html', body);
        await message()
            .getByText('This mail has more than 5,000 elements: its beginning is shown.')
            .waitFor();
        const frames = message().locator('iframe');
        await frames.first().contentFrame().getByText('Some honest text.').last().waitFor();
        expect(await frames.count()).toBe(1);
        await more();
        await slices().first().waitFor();
        const second = slices().first().frameLocator('iframe');
        await second.locator('p').first().waitFor();
        expect(await second.locator('*').count()).toBeGreaterThan(4_900);
        expect(await second.locator('iframe, script, link, [style*=fixed], img[src]').count()).toBe(0);
        expect(await accessibilityProblems(ana)).toEqual([]);
        await showMore().scrollIntoViewIfNeeded();
        await picture(ana, 'long-mail-1280-light');
        await finish();
    }, 120_000);

    it('10 MB of quotes in HTML: the answer is in sight, the quote opens, more comes slice by slice', async () => {
        const body = `${spies()}<p>Thank you.</p><blockquote type="cite">${`<div>earlier${spies()}</div>`.repeat(25_000)}</blockquote>`;
        await open('Ten megabytes', 'text/html', body);
        await message().frameLocator('iframe').first().getByText('Thank you.').waitFor();
        await message().locator('[data-id=quoted]').click();
        await message().locator('.quoted iframe').waitFor();
        await message().locator('.quoted').frameLocator('iframe').getByText('earlier').first().waitFor();
        await more();
        await slices().first().waitFor();
        await more();
        await slices().nth(1).frameLocator('iframe').getByText('earlier').first().waitFor();
        await finish();
    }, 120_000);

    it('10 MB of quotes in text: read to its end, slice by slice', async () => {
        const line = '> > > An earlier mail that somebody answered, and answered again.\r\n';
        await open('Much text', 'text/plain', `Thank you.\r\n\r\n${line.repeat(150_000)}> > > The very end.`);
        await message().getByText('This mail is larger than 1 MB: its beginning is shown.').waitFor();
        expect(await message().locator('.text').first().innerText()).toMatch(/^Thank you\.\s*$/);
        for (let n = 1; await showMore().isVisible(); n += 1) {
            await more();
            await slices()
                .nth(n - 1)
                .waitFor();
        }
        expect(await slices().count()).toBe(9);
        await slices().last().getByText('The very end.').waitFor();
        await finish();
    }, 120_000);

    it.each([
        ['10 MB of nested quotes', '<p>Thank you.</p>' + '<blockquote type="cite">earlier '.repeat(310_000)],
        ['20,000 nested elements', `${'<div>'.repeat(20_000)}Thank you.${'</div>'.repeat(20_000)}`],
    ])(
        '%s',
        async (subject, body) => {
            await open(subject, 'text/html', body);
            await message().frameLocator('iframe').first().getByText('Thank you.').first().waitFor();
            await finish();
        },
        120_000,
    );
});
