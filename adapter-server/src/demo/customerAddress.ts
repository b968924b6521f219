import { z } from 'zod';

/** Names reserved for examples (RFC 2606): no mail of the demo can ever reach a real person. */
const RESERVED = /^[^\s@<>"(),:;\\]{1,64}@(?:[a-z0-9-]{1,63}\.){0,3}example\.(?:com|net|org)$/i;

/** Whom the demo can play. */
export const customerAddress = z
    .string()
    .trim()
    .regex(RESERVED, 'Use an address at example.com, example.net or example.org.')
    .transform((address) => address.toLowerCase());

export interface MailPerson {
    readonly name: string;
    readonly address: string;
}

/** Who is offered at first; any other address can be typed. */
export const SUGGESTED_CUSTOMERS: readonly MailPerson[] = [
    { name: 'Maria Customer', address: 'maria@customer.example.com' },
    { name: 'Jonas Weber', address: 'jonas@shop.example.net' },
    { name: 'Aiko Tanaka', address: 'aiko@example.org' },
];
