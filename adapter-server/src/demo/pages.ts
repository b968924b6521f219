import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { Router, type NextFunction, type Request, type Response } from 'express';

const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const DOCS = fileURLToPath(new URL('../../../docs/', import.meta.url));

/** Nothing but our own files: no inline script, no inline style, no frame around us. */
const POLICY =
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/**
 * The pages outside the console: `/` with links to all sides, `/docs/`, and in the demo the customer's mailbox. In
 * production `/` is the console's door. Mount it at the root, after the API.
 */
export function createPages({ demo }: { demo: boolean }): Router {
    const router = Router();
    const guarded = (_request: Request, response: Response, next: NextFunction): void => {
        response.setHeader('Content-Security-Policy', POLICY);
        response.setHeader('X-Content-Type-Options', 'nosniff');
        response.setHeader('Referrer-Policy', 'no-referrer');
        next();
    };
    const folder = (name: string) => express.static(join(WEB, name), { cacheControl: false, redirect: true });

    if (demo) {
        router.get('/', guarded, (_request, response) => response.sendFile(join(WEB, 'landing/index.html')));
        router.use('/demo/mailbox', guarded, folder('mailbox'));
    } else {
        router.get('/', (_request, response) => response.redirect(302, '/console/'));
    }
    router.use('/web/landing', guarded, folder('landing'));
    router.use('/web/shared', guarded, folder('shared'));
    router.get('/docs/', guarded, async (_request, response) => {
        const page = await readFile(join(WEB, 'landing/docs.html'), 'utf8');
        const items = (await documents()).map(
            (path) => `<li><a href="/docs/${path}">${titleOf(path)}</a></li>`,
        );
        response.type('html').send(page.replace('<!-- documents -->', items.join('\n')));
    });
    router.get('/docs/{*path}', guarded, async (request, response, next) => {
        const wanted = [request.params['path']].flat().join('/');
        // Only what is listed: no path of the request ever reaches the file system.
        const found = (await documents()).find((path) => path === wanted);
        if (found === undefined) return next();
        response.type('text/plain; charset=utf-8').send(await readFile(join(DOCS, found), 'utf8'));
    });
    return router;
}

/** Markdown files below docs/, with forward slashes, in the order of their names. */
async function documents(): Promise<string[]> {
    const names = await readdir(DOCS, { recursive: true }).catch(() => []);
    return names
        .map((name) => name.replaceAll('\\', '/'))
        .filter((name) => /^[\w/-]+\.md$/.test(name))
        .sort();
}

const titleOf = (path: string): string =>
    path
        .replace(/\.md$/, '')
        .replace(/^decisions\//, 'Decision: ')
        .replaceAll('-', ' ')
        .replace(/^./, (letter) => letter.toUpperCase());
