import { describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { buildScheduler } from './buildScheduler.ts';
import type { OpenedStore } from './openStore.ts';

/** As PostgreSQL tells of a row that a constraint refuses. */
const refusedRow = Object.assign(new Error('violates check constraint'), {
    code: '23514',
    detail: 'Failing row contains (7, maria@customer.example.com, my invented secret).',
});

describe('the log of the background jobs (O3)', () => {
    it('says what failed, and nothing of what a row held', async () => {
        const lines: string[] = [];
        const fail = (): Promise<never> => Promise.reject(refusedRow);
        const scheduler = buildScheduler({
            opened: {
                store: { clock: { now: () => 0 }, read: fail, transaction: fail, snapshot: fail },
                clock: { now: () => 0, sample: () => Promise.resolve() },
                processId: 'p',
                failpoint: () => undefined,
                bus: { subscribe: () => undefined },
            } as unknown as OpenedStore,
            sender: null,
            log: pino({ base: null }, { write: (line: string) => void lines.push(line) }),
            gateway: { observeTimerLateness: () => undefined },
        });
        scheduler.start();
        await new Promise(setImmediate);
        await scheduler.stop();
        expect(lines.join('')).toContain('violates check constraint');
        expect(lines.join('')).not.toMatch(/maria|secret/);
    });
});
