import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { createPages } from './pages.ts';

let server: Server | undefined;
afterEach(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

async function get(path: string, demo = true): Promise<Response> {
    const app = express().use(createPages({ demo }));
    const started = await new Promise<Server>((resolve) => {
        const listening: Server = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    server = started;
    return fetch(`http://127.0.0.1:${(started.address() as AddressInfo).port}${path}`, {
        redirect: 'manual',
    });
}

describe('the pages', () => {
    it('link every side of the demo from /', async () => {
        const text = await (await get('/')).text();
        for (const path of ['/console/', '/demo/mailbox/', '/api/', '/docs/'])
            expect(text).toContain(`href="${path}"`);
    });

    it.each(['/', '/demo/mailbox/', '/docs/'])('%s runs nothing but our own files', async (path) => {
        const response = await get(path);
        expect(response.status).toBe(200);
        expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'self';/);
        const text = await response.text();
        expect(text).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/);
    });

    it('of the demo are not there in production, where / is the door of the console', async () => {
        const door = await get('/', false);
        expect([door.status, door.headers.get('location')]).toEqual([302, '/console/']);
        await new Promise((resolve) => server?.close(resolve));
        expect((await get('/demo/mailbox/', false)).status).toBe(404);
    });

    it('show the documentation as text, and no other file', async () => {
        const response = await get('/docs/operate.md');
        expect(response.headers.get('content-type')).toMatch(/^text\/plain/);
        expect(await response.text()).toMatch(/^# /);
    });

    it.each([
        '/docs/..%2fpackage.json',
        '/docs/%2e%2e/package.json',
        '/docs/operate',
        '/web/..%2f..%2fpackage.json',
    ])('do not answer %s', async (path) => {
        expect((await get(path)).status).toBeGreaterThanOrEqual(400);
    });
});
