import { describe, expect, it } from '@jest/globals';
import { runLoad } from '../load/runLoad.ts';

const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));

describe('E1 and R1 on real servers, by SMTP and sockets', () => {
    it('every mail is answered once, in order and within capacity, by two servers of which one is killed', async () => {
        const lines: string[] = [];
        try {
            const result = await runLoad({
                mails: 300,
                agents: 20,
                processes: 2,
                kills: 1,
                seed: SEED,
                atOnce: 8,
                thinks: 50,
                limit: 100_000,
                report: (line) => lines.push(line),
            });
            expect(result.accepted).toBeGreaterThanOrEqual(300);
            expect(result.firstOffersCompared).toBe(300);
        } catch (error) {
            console.error(lines.join('\n'));
            throw error;
        }
    }, 150_000);
});
