/**
 * JSON that jsonb takes. A text that was cut within a character is written as text columns write it, with U+FFFD in place
 * of the half; jsonb would refuse the whole row.
 */
export const storedJson = (value: unknown): string =>
    JSON.stringify(value, (_key, each: unknown) => (typeof each === 'string' ? each.toWellFormed() : each));
