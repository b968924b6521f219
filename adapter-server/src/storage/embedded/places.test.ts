import { chmodSync, lstatSync, mkdtempSync, realpathSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accountsIn, canReach, unprivilegedAccount } from './account.ts';
import { preparePlaces } from './places.ts';

const account = unprivilegedAccount(tmpdir());

describe('where the embedded PostgreSQL keeps its things', () => {
    let base: string;
    const made: string[] = [];
    beforeEach(() => {
        base = mkdtempSync(join(realpathSync(tmpdir()), 'patchbay-places-'));
        chmodSync(base, 0o755);
    });
    afterEach(() => {
        for (const path of [...made.splice(0), base]) rmSync(path, { recursive: true, force: true });
    });

    it('is a directory that belongs to the account and is closed to others', () => {
        const { home, cluster, sockets } = preparePlaces(join(base, 'data'), account);
        expect(home).toBe(join(base, 'data', 'postgres'));
        expect(cluster).toBe(join(home, 'cluster'));
        expect(sockets).toBe(home);
        expect(statSync(home).uid).toBe(account?.uid ?? process.getuid?.());
        expect(statSync(home).mode & 0o777).toBe(0o700);
    });

    it('lies elsewhere, behind a link, only where the account cannot come; and is found again', () => {
        chmodSync(base, 0o700);
        const first = preparePlaces(join(base, 'data'), account);
        if (account) made.push(first.home);
        expect(lstatSync(join(base, 'data', 'postgres')).isSymbolicLink()).toBe(account !== undefined);
        expect(account === undefined || canReach(account, first.home)).toBe(true);
        expect(preparePlaces(join(base, 'data'), account)).toEqual(first);
    });

    it('says so when that other directory is gone, and starts afresh without the link', () => {
        chmodSync(base, 0o700);
        const first = preparePlaces(join(base, 'data'), account);
        rmSync(first.home, { recursive: true });
        if (!account) return expect(preparePlaces(join(base, 'data'), account).home).toBe(first.home);
        expect(() => preparePlaces(join(base, 'data'), account)).toThrow(/is gone; remove the link/);
        unlinkSync(join(base, 'data', 'postgres')); // rmSync overlooks a link that leads nowhere
        const second = preparePlaces(join(base, 'data'), account).home;
        made.push(second);
        expect(second).not.toBe(first.home);
    });

    it('has its socket in a short place when its own path is too long for one', () => {
        const long = join(base, 'a'.repeat(80), 'data');
        const { sockets } = preparePlaces(long, account);
        made.push(sockets);
        expect(join(sockets, '.s.PGSQL.5432.lock').length).toBeLessThanOrEqual(103);
        expect(statSync(sockets).mode & 0o777).toBe(0o700);
        expect(preparePlaces(long, account).sockets).toBe(sockets);
    });
});

describe('the account', () => {
    it('is read from the list of accounts, root left out', () => {
        const accounts = accountsIn('root:x:0:0::/root:/bin/sh\nnobody:x:65534:65534:::\n# note\n');
        expect([...accounts.keys()]).toEqual(['nobody']);
        expect(accounts.get('nobody')).toEqual({ name: 'nobody', uid: 65534, gid: 65534 });
    });

    it('reaches a directory when each above it lets it through', () => {
        const base = mkdtempSync(join(realpathSync(tmpdir()), 'patchbay-reach-'));
        const stranger = { name: 'stranger', uid: 4_000_001, gid: 4_000_001 };
        chmodSync(base, 0o711);
        expect(canReach(stranger, base)).toBe(true);
        chmodSync(base, 0o710);
        expect(canReach(stranger, base)).toBe(false);
        expect(canReach({ ...stranger, gid: statSync(base).gid }, base)).toBe(true);
        rmSync(base, { recursive: true });
    });
});
