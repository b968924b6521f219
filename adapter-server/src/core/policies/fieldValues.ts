/**
 * E6: "signatures, templates and quick replies with fields": what the fields become. Emojis of a customer's name or subject are
 * left out (E7): whoever inserted the text has not written them.
 */
import { Temporal } from 'temporal-polyfill';
import type { Instant } from '../duration.ts';
import { withoutEmojis } from './emojiRefusal.ts';
import { TEXT_FIELDS, type FieldValues } from './textFields.ts';

export interface FieldFacts {
    readonly customer: { readonly name: string; readonly address: string } | null;
    /** Null where no agent sends it. */
    readonly agent: { readonly firstName: string; readonly lastName: string } | null;
    readonly interaction: { readonly number: string; readonly subject: string } | null;
    readonly queueName: string;
    readonly organization: { readonly name: string; readonly timeZone: string };
}

export function fieldValues(facts: FieldFacts, now: Instant): FieldValues {
    const { customer, agent, interaction } = facts;
    // A mail program without a name sends the address as one.
    const name = customer && customer.name !== customer.address ? customer.name.trim() : '';
    const values: FieldValues = {
        'customer.name': name,
        'customer.firstName': firstName(name),
        'customer.address': customer?.address ?? '',
        'agent.name': agent ? `${agent.firstName} ${agent.lastName}`.trim() : '',
        'agent.firstName': agent?.firstName ?? '',
        'interaction.number': interaction?.number ?? '',
        'interaction.subject': interaction?.subject ?? '',
        'queue.name': facts.queueName,
        'organization.name': facts.organization.name,
        date: dateInWords(now, facts.organization.timeZone),
    };
    return Object.fromEntries(TEXT_FIELDS.map((field) => [field, withoutEmojis(values[field] ?? '')]));
}

/** "Gómez, Maria" and "Maria Gómez" are both Maria. */
function firstName(name: string): string {
    const [before = '', behind] = name.split(',', 2);
    return (behind ?? before).trim().split(/\s+/)[0] ?? '';
}

/** "25 November 2026": cannot be read the wrong way round. */
function dateInWords(at: Instant, timeZone: string): string {
    const { day, month, year } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
    return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}
const MONTHS = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
];
