import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium as playwright, type Browser, type BrowserContext, type Page } from 'playwright-core';

export const PICTURES = fileURLToPath(new URL('../../../test-results/pictures/', import.meta.url));
const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/** A real browser: an installed Chromium, else the one that comes by npm. */
async function program(): Promise<{ executablePath: string; args: string[] }> {
    await mkdir(PICTURES, { recursive: true });
    const installed = INSTALLED.find((path) => existsSync(path));
    if (installed) return { executablePath: installed, args: QUIET };
    const { default: packaged } = await import('@sparticuz/chromium');
    return { executablePath: await packaged.executablePath(), args: [...packaged.args, ...QUIET] };
}

export const openBrowser = async (): Promise<Browser> => playwright.launch(await program());

/** One with a disk of its own, which another one finds again. */
export const openProfile = async (folder: string): Promise<BrowserContext> =>
    playwright.launchPersistentContext(folder, await program());

/** A page that remembers what went wrong in it. */
export async function openPage(
    browser: Browser,
    options: { width?: number; height?: number; dark?: boolean } = {},
): Promise<{ page: Page; problems: string[] }> {
    const context = await browser.newContext({
        viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
        colorScheme: options.dark ? 'dark' : 'light',
        locale: 'en-US',
        timezoneId: 'Europe/Lisbon',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(`page error: ${error.message}`));
    page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    return { page, problems };
}

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
interface Axe {
    run(options: { resultTypes: readonly ['violations'] }): Promise<{
        readonly violations: readonly { id: string; impact: string; nodes: readonly { html: string }[] }[];
    }>;
}
/** W6: "no accessibility violations (axe)". What is wrong, one line each. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
    // It stays in the page until the next address; half a megabyte is not sent for each picture.
    if (!(await page.evaluate(() => 'axe' in globalThis)))
        await page.evaluate(await readFile(axeSource, 'utf8'));
    // The lines are made in the page: all that axe says of what is right is another half megabyte, and takes longer to
    // come than axe took.
    return page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: Axe };
        const { violations } = await axe.run({ resultTypes: ['violations'] });
        return violations.map(
            ({ id, impact, nodes }) =>
                `${id} (${impact}): ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
        );
    });
}

export const picture = (page: Page, name: string): Promise<unknown> =>
    page.screenshot({ path: `${PICTURES}${name}.png`, animations: 'disabled' });
