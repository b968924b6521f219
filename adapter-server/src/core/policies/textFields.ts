/**
 * E6: "templates and quick replies with fields". A field is written {{customer.name}} and becomes its value when the
 * text is used. What has no value stays as it is written, is shown to the agent and must be replaced before it is
 * sent; where no agent looks (an acknowledgement, a signature) it is left out. The components' copy is generated.
 */
export const TEXT_FIELDS = [
    'customer.name',
    'customer.firstName',
    'customer.address',
    'agent.name',
    'agent.firstName',
    'interaction.number',
    'interaction.subject',
    'queue.name',
    'organization.name',
    'date',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];
/** Empty or absent: it has none. */
export type FieldValues = Readonly<Partial<Record<TextField, string>>>;

export interface FieldPlace {
    /** As it is written, known or not. */
    readonly field: string;
    /** In UTF-16 units. */
    readonly offset: number;
    readonly length: number;
}

const FIELD = /\{\{[ \t]*([A-Za-z][A-Za-z.]{0,60})[ \t]*\}\}/g;

const known = (field: string): field is TextField => (TEXT_FIELDS as readonly string[]).includes(field);

export function findFields(text: string): FieldPlace[] {
    return [...text.matchAll(FIELD)].map((found) => ({
        field: found[1] ?? '',
        offset: found.index,
        length: found[0].length,
    }));
}

/** Whether any value may be needed: plain text is its own filling. */
export const hasFields = (text: string): boolean => text.includes('{{');

/** Fields of ours that are still to be replaced; other double braces are the agent's own text. */
export const unfilledFields = (text: string): FieldPlace[] =>
    findFields(text).filter(({ field }) => known(field));

export interface Filling {
    readonly html?: boolean;
    /** 'keep': as written, for the agent to replace. 'leave_out': with the space before it. */
    readonly unfilled: 'keep' | 'leave_out';
}

/** A private-use sign that no text carries. */
const LEFT_OUT = '\uF8FE';
const WITH_SPACE = new RegExp(`[ \\t]?${LEFT_OUT}`, 'g');

const escaped = (value: string): string =>
    value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

export function fillFields(text: string, values: FieldValues, { html = false, unfilled }: Filling): string {
    const filled = text.replace(FIELD, (written, field: string) => {
        const value = known(field) ? (values[field] ?? '') : '';
        if (value !== '') return html ? escaped(value) : value;
        return unfilled === 'keep' || !known(field) ? written : LEFT_OUT;
    });
    return filled.replace(WITH_SPACE, '');
}
/** Sending waits for these. */
export function decideUnfilled(
    text: string,
):
    | { readonly allowed: true }
    | { readonly allowed: false; readonly reason: string; readonly nextStep: string } {
    const names = [...new Set(unfilledFields(text).map(({ field }) => `{{${field}}}`))];
    if (names.length === 0) return { allowed: true };
    return {
        allowed: false,
        reason: `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} no value here.`,
        nextStep: 'Write in the text what belongs there.',
    };
}
