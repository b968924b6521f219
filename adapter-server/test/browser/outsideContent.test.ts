import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { presentHtml } from '../../src/channels/email/display/presentHtml.ts';
import { openBrowser, openPage } from './browser.ts';

/** Every way in which a mail may fetch something, each with its own path at the outside server. */
const mailThatFetches = (outside: string): string => `
    <html><head><link rel="stylesheet" href="${outside}/link"><meta http-equiv="refresh" content="0;url=${outside}/refresh">
    <style>@import "${outside}/import"; body { background: url(${outside}/style) }</style></head>
    <body background="${outside}/background" style="background-image:url('${outside}/inline')">
    <img src="${outside}/img" srcset="${outside}/srcset 2x"><picture><source srcset="${outside}/source"><img src=""></picture>
    <video poster="${outside}/poster" src="${outside}/video" autoplay></video><audio src="${outside}/audio" autoplay></audio>
    <svg><image href="${outside}/svg" width="9" height="9"></image><use href="${outside}/use#x"></use></svg>
    <iframe src="${outside}/iframe"></iframe><object data="${outside}/object"></object><embed src="${outside}/embed">
    <form action="${outside}/form"><input type="image" src="${outside}/input"></form><script src="${outside}/script"></script>
    <table background="${outside}/table"><tr><td style="list-style:url(${outside}/list)">Hello</td></tr></table></body></html>`;

describe('a mail in a real browser (E6: "remote images blocked until asked")', () => {
    let server: Server;
    let browser: Browser;
    let outside = '';
    const fetched: string[] = [];

    beforeAll(async () => {
        server = createServer((request, response) => {
            fetched.push(request.url ?? '');
            response.end();
        });
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
        outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        browser = await openBrowser();
    }, 60_000);
    afterAll(async () => {
        await browser.close();
        await new Promise((resolve) => server.close(resolve));
    });

    async function show(html: string): Promise<void> {
        const { page } = await openPage(browser);
        await page.setContent(html, { waitUntil: 'networkidle' });
        await page.context().close();
    }

    it('would fetch in many ways as it came', async () => {
        fetched.length = 0;
        await show(mailThatFetches(outside).replace(/<meta[^>]*>/, ''));
        expect(fetched.length).toBeGreaterThan(5);
    }, 60_000);

    it('fetches nothing from outside as we show it, and its images alone once asked', async () => {
        const html = mailThatFetches(outside);
        const cidUrl = (): null => null;
        fetched.length = 0;
        const blocked = presentHtml(html, { cidUrl, showRemote: false });
        await show(blocked.html);
        expect(fetched).toEqual([]);
        expect(blocked.blockedRemote).toBe(1);
        await show(presentHtml(html, { cidUrl, showRemote: true }).html);
        expect(fetched).toEqual(['/img']);
    }, 60_000);
});
