/**
 * E10: "Search by sender, subject, text, number, status, agent, date (permission: email search)." Without it an
 * interaction is found by its number alone: what a customer or a colleague names on the phone has to open. Nobody finds
 * what they may not read (policies/visibility).
 */
import { onlyNumber, parseSearch } from '../search/parseSearch.ts';
import type { Permission } from '../vocabulary.ts';

export const permissionToSearch = (query: string): Permission | null =>
    onlyNumber(parseSearch(query)) === null ? 'email_search' : null;
