import { describe, expect, it } from '@jest/globals';
import { minutes } from '../../core/duration.ts';
import { SignInAttempts } from './attempts.ts';

const NOW = 1_000_000;
const tries = (
    attempts: SignInAttempts,
    count: number,
    name = (_n: number) => 'ana',
    address = '192.0.2.1',
) => {
    for (let n = 0; n < count; n += 1) attempts.began(name(n), address, NOW);
};

describe('attempts to sign in', () => {
    it('are ten for a name and address, however it is written', () => {
        const attempts = new SignInAttempts();
        tries(attempts, 9);
        expect(attempts.retryAt('ana', '192.0.2.1', NOW)).toBeNull();
        attempts.began('ANA', '192.0.2.1', NOW);
        expect(attempts.retryAt('Ana', '192.0.2.1', NOW)).toBe(NOW + minutes(15));
        expect(attempts.retryAt('ana', '192.0.2.2', NOW)).toBeNull();
        expect(attempts.retryAt('ben', '192.0.2.1', NOW)).toBeNull();
    });

    it('are a hundred for an address, whatever the names', () => {
        const attempts = new SignInAttempts();
        tries(attempts, 99, (n) => `name${n}`);
        expect(attempts.retryAt('somebody', '192.0.2.1', NOW)).toBeNull();
        tries(attempts, 1);
        expect(attempts.retryAt('somebody', '192.0.2.1', NOW)).toBe(NOW + minutes(15));
    });

    it('that succeed count for nothing', () => {
        const attempts = new SignInAttempts();
        for (let n = 0; n < 200; n += 1) {
            attempts.began('ana', '192.0.2.1', NOW);
            attempts.succeeded('ana', '192.0.2.1');
        }
        expect(attempts.retryAt('ana', '192.0.2.1', NOW)).toBeNull();
        expect(attempts.retryAt('ben', '192.0.2.1', NOW)).toBeNull();
    });

    it('are forgotten after a quarter of an hour', () => {
        const attempts = new SignInAttempts();
        tries(attempts, 10);
        expect(attempts.retryAt('ana', '192.0.2.1', NOW + minutes(15) - 1)).not.toBeNull();
        expect(attempts.retryAt('ana', '192.0.2.1', NOW + minutes(15))).toBeNull();
    });
});
