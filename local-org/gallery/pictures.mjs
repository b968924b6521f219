// Takes the pictures, in light and dark, and asks axe: node local-org/gallery/pictures.mjs [folder] [name prefix] [width]
import { createServer } from 'node:http';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { buildConsole } from '../build.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const slds = join(root, 'node_modules/@salesforce-ux/design-system/assets');
const folder = process.argv[2] ?? join(root, 'test-results/pictures');
const prefix = process.argv[3] ?? '';
const onlyWidth = Number(process.argv[4] ?? 0);
// A build of its own: others may be building the console page meanwhile.
const { outDir: dist } = await buildConsole({
    outDir: join(root, 'test-results/console'),
    mode: 'development',
});
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TYPES = {
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.html': 'text/html',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
};
const SIGN_IN_OPTIONS = {
    demo: true,
    demoAgents: [
        { username: 'ana', name: 'Ana Ruiz', role: 'agent' },
        { username: 'ben', name: 'Ben Okafor', role: 'agent' },
        { username: 'chiara', name: 'Chiara Lombardi', role: 'manager' },
    ],
};

/** Whole screens: address, widths, and what to do before the picture. */
const open = async (page) => {
    await page.locator('[data-interaction="1"]').first().click();
    await page.locator('c-patchbay-message').first().waitFor();
};
const SCREENS = [
    { name: 'workspace', query: '', act: open },
    { name: 'workspace-empty', query: 'scenario=empty' },
    {
        name: 'workspace-offline',
        query: 'scenario=offline',
        act: async (page) => {
            await open(page);
            await page.waitForTimeout(900);
        },
    },
    { name: 'workspace-away', query: 'scenario=away', act: open },
    {
        name: 'workspace-closing',
        query: 'scenario=quiet',
        act: async (page) => {
            await open(page);
            await page.locator('[data-action="close"]').click();
        },
    },
    {
        name: 'workspace-refused',
        query: 'scenario=refusing',
        act: async (page) => {
            await open(page);
            await page.locator('[data-id="menu"] button').first().click();
            await page.getByText('Resolve', { exact: true }).click();
        },
    },
    {
        name: 'workspace-presence',
        query: 'scenario=empty',
        act: async (page) => page.locator('c-patchbay-workspace [data-id="presence"]').click(),
    },
    {
        name: 'workspace-bell',
        query: 'scenario=quiet',
        act: async (page) => page.locator('c-patchbay-workspace [data-id="bell"]').click(),
    },
    { name: 'workspace-keys', query: 'scenario=quiet', act: async (page) => page.keyboard.press('?') },
    {
        name: 'workspace-search',
        query: 'scenario=quiet',
        act: async (page) => {
            await page.keyboard.press('/');
            await page.keyboard.type('title');
            await page.keyboard.press('Enter');
            await page.getByText('the form two weeks ago').first().waitFor();
        },
    },
    {
        name: 'workspace-format',
        query: 'scenario=quiet',
        act: async (page) => {
            await open(page);
            await page.locator('c-patchbay-reply [data-id="format"]').click();
            await page.locator('c-patchbay-rich-text [contenteditable]').click();
            await page.keyboard.press('Control+b');
            await page.keyboard.type('Dear Maria, your document is on its way to the county office.');
        },
    },
    {
        name: 'workspace-new-mail',
        query: 'scenario=empty',
        act: async (page) => page.locator('c-patchbay-new-mail button').first().click(),
    },
    ...['mailboxes', 'queues', 'quickReplies', 'macros', 'pauseReasons', 'quarantine', 'outbox'].map(
        (section) => ({
            name: `administration-${section}`,
            query: 'scenario=admin',
            act: async (page) => {
                await page.evaluate(
                    (name) => localStorage.setItem('patchbay.administration.section', name),
                    section,
                );
                await page.getByRole('tab', { name: 'Administration' }).click();
                await page.locator('c-patchbay-administration section h2').first().waitFor();
            },
        }),
    ),
    {
        name: 'workspace-directory',
        query: 'scenario=quiet',
        widths: [1280, 1920],
        act: async (page) => {
            await open(page);
            await page.getByRole('tab', { name: 'Directory' }).click();
        },
    },
    { name: 'workspace-sign-in', query: '', signedOut: true },
    { name: 'utility', query: 'view=utility', widths: [320, 380] },
    { name: 'utility-empty', query: 'view=utility&scenario=empty', widths: [320, 380] },
    { name: 'utility-open', query: 'view=utility&scenario=away', widths: [320, 380], act: open },
    {
        name: 'utility-directory',
        query: 'view=utility',
        widths: [320, 380],
        act: async (page) => page.getByText('Directory', { exact: true }).click(),
    },
    { name: 'utility-sign-in', query: 'view=utility', widths: [320], signedOut: true },
    { name: 'gallery', query: 'view=gallery', widths: [320, 1280], whole: true },
];

const fake = await build({
    entryPoints: [join(root, 'local-org/gallery/fakeServer.ts')],
    bundle: true,
    write: false,
    format: 'iife',
});
const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const send = (body, type) => response.writeHead(200, { 'content-type': type }).end(body);
    if (pathname === '/console/resource/socketIo.js') return send(fake.outputFiles[0].text, TYPES['.js']);
    if (pathname === '/api/v1/sign-in/options')
        return send(JSON.stringify(SIGN_IN_OPTIONS), 'application/json');
    const file = pathname.startsWith('/console/assets/')
        ? join(slds, pathname.slice('/console/assets/'.length))
        : join(dist, pathname === '/console/' ? 'index.html' : pathname.replace('/console/', ''));
    if (!existsSync(file)) return response.writeHead(404).end();
    return send(readFileSync(file), TYPES[extname(file)] ?? 'application/octet-stream');
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const origin = `http://127.0.0.1:${server.address().port}`;
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
});
let problems = 0;
const report = (text) => {
    problems += 1;
    console.log(text);
};

async function picture(
    { name, query, act, signedOut, whole, widths = [320, 380, 1280, 1920] },
    width,
    theme,
) {
    const page = await browser.newPage({
        viewport: { width, height: name.startsWith('utility') ? 560 : 900 },
    });
    page.setDefaultTimeout(5_000);
    const label = `${name}-${width}-${theme}`;
    page.on('pageerror', (error) => report(`${label}: ${error.message}`));
    if (!signedOut) {
        const token = JSON.stringify({
            token: 'a token of the pictures',
            expiresAt: Date.now() + 3_600_000,
            serverUrl: origin,
        });
        await page.addInitScript((value) => sessionStorage.setItem('patchbay.session', value), token);
    }
    try {
        await page.goto(`${origin}/console/?theme=${theme}&utility=closed&${query}`, { waitUntil: 'load' });
        await page.waitForTimeout(500);
        if (act) await act(page);
        await page.waitForTimeout(400);
    } catch (error) {
        report(`${label}: ${error.message.split('\n')[0]}`);
    }
    await page.screenshot({ path: join(folder, `${label}.png`), fullPage: whole === true });
    await page.evaluate(axeSource);
    const { violations } = await page.evaluate((options) => globalThis.axe.run(document, options), {
        resultTypes: ['violations'],
        // The gallery shows the same part many times on one page.
        rules: { 'landmark-unique': { enabled: whole !== true } },
    });
    for (const { id, nodes } of violations)
        report(
            `${label}: axe ${id}: ${nodes
                .slice(0, 3)
                .map(
                    ({ target, failureSummary }) =>
                        `${target.join(' ')} — ${failureSummary.split('\n').slice(1, 2).join(' ').trim()}`,
                )
                .join(' | ')}`,
        );
    const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (sideways > 0 && !whole) report(`${label}: scrolls sideways by ${sideways} px`);
    await page.close();
    return widths;
}

for (const screen of SCREENS.filter(({ name }) => name.startsWith(prefix)))
    for (const width of (screen.widths ?? [320, 380, 1280, 1920]).filter(
        (one) => onlyWidth === 0 || one === onlyWidth,
    ))
        for (const theme of ['light', 'dark']) await picture(screen, width, theme);
await browser.close();
server.close();
console.log(`pictures in ${folder}, ${problems} problems`);
process.exitCode = problems === 0 ? 0 : 1;
