import { describe, expect, it } from '@jest/globals';
import { DEFAULT_PERMISSIONS, holdsPermission, permissionsOf } from './permissions.ts';

describe('permissions (A6, R7)', () => {
    it('take nothing away that worked before there were any', () => {
        expect(DEFAULT_PERMISSIONS).toEqual(['queue_counters', 'pause_reasons']);
    });

    it('are held where they were given, and not otherwise', () => {
        const ana = { role: 'agent', permissions: ['email_search'] } as const;
        expect(holdsPermission(ana, 'email_search')).toBe(true);
        expect(holdsPermission(ana, 'pause_reasons')).toBe(false);
        expect(holdsPermission({ role: 'manager', permissions: [] }, 'email_search')).toBe(false);
    });

    it('to search are every admin’s, once', () => {
        expect(permissionsOf({ role: 'admin', permissions: [] })).toEqual(['email_search']);
        expect(permissionsOf({ role: 'admin', permissions: ['email_search'] })).toEqual(['email_search']);
    });
});
