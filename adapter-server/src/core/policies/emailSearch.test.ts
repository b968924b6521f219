import { expect, it } from '@jest/globals';
import { permissionToSearch } from './emailSearch.ts';

it.each(['1042', '#1042', 'number:1042', '  #7 '])('%s is open to everybody', (query) => {
    expect(permissionToSearch(query)).toBeNull();
});

it.each(['', 'refund', '1042 refund', '"1042"', '-1042', '-#1042', '0', '99999999999', 'from:1042', '10*'])(
    '%s needs the permission',
    (query) => {
        expect(permissionToSearch(query)).toBe('email_search');
    },
);
