import { describe, expect, it } from '@jest/globals';

const libraries: Record<string, () => Promise<unknown>> = {
    pg: () => import('pg'),
    zod: () => import('zod'),
    express: () => import('express'),
    'socket.io': () => import('socket.io'),
    'socket.io-client': () => import('socket.io-client'),
    'postal-mime': () => import('postal-mime'),
    'temporal-polyfill': () => import('temporal-polyfill'),
    nodemailer: () => import('nodemailer'),
    imapflow: () => import('imapflow'),
    '@node-rs/argon2': () => import('@node-rs/argon2'),
    jose: () => import('jose'),
    mailauth: () => import('mailauth'),
    pino: () => import('pino'),
    'prom-client': () => import('prom-client'),
    'sanitize-html': () => import('sanitize-html'),
    'smtp-server': () => import('smtp-server'),
};

describe('the libraries load where the tests run', () => {
    it.each(Object.keys(libraries))('%s', async (name) => {
        expect(await libraries[name]?.()).toBeTruthy();
    });

    it('runs TypeScript with its types erased and lines kept', () => {
        const line = (value: string): number => Number(/libraries\.test\.ts:(\d+)/.exec(value)?.[1]);
        expect(line(new Error('here').stack ?? '')).toBe(29);
    });
});
