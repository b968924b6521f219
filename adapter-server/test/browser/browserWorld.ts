import type { Browser, Page } from 'playwright-core';
import { buildConsole } from '../../../local-org/build.ts';
import { startDemoServer, type DemoServer } from '../demoServer.ts';
import { openBrowser, openPage } from './browser.ts';
import { openMailbox, signIn, workspace } from './people.ts';

type Look = Parameters<typeof openPage>[1];

/** What a browser test begins with: a contact center of its own, a browser, and the people who come to it. */
export class BrowserWorld {
    readonly server: DemoServer;
    readonly browser: Browser;
    readonly #found: string[][] = [];

    private constructor(server: DemoServer, browser: Browser) {
        this.server = server;
        this.browser = browser;
    }

    static async open(env: Readonly<Record<string, string>> = {}): Promise<BrowserWorld> {
        await buildConsole();
        const [server, browser] = await Promise.allSettled([startDemoServer(env), openBrowser()]);
        if (server.status === 'fulfilled' && browser.status === 'fulfilled')
            return new BrowserWorld(server.value, browser.value);
        if (server.status === 'fulfilled') await server.value.stop();
        if (browser.status === 'fulfilled') await browser.value.close();
        throw server.status === 'rejected' ? server.reason : (browser as PromiseRejectedResult).reason;
    }

    /** Several may come at once. */
    async agent(name: string, look?: Look): Promise<Page> {
        return this.#keep(await signIn(this.browser, this.server.url, name, look));
    }

    /** A customer at the demo's mailbox. */
    async customer(look?: Look): Promise<Page> {
        const page = this.#keep(await openPage(this.browser, look));
        await openMailbox(page, this.server.url);
        return page;
    }

    /** What this agent has sent can be taken back for some seconds (E6); they are over at once. */
    async letLeave(sender: Page): Promise<void> {
        await workspace(sender).locator('[data-id=undo]').first().waitFor();
        await this.server.advance('10s');
    }

    /** What went wrong in anybody's page. */
    problems(): string[] {
        return this.#found.flat();
    }

    async close(): Promise<void> {
        await this.browser.close();
        await this.server.stop();
    }

    #keep({ page, problems }: Awaited<ReturnType<typeof openPage>>): Page {
        this.#found.push(problems);
        return page;
    }
}
