/**
 * E6: "signatures". The agent's own comes before the queue's, which is for those who have none: a signature says who
 * writes. A queue without one sends none. Where a queue is to sign for everybody, its text belongs into the agents'
 * own as {{queue.name}}.
 */
import { fillFields, type FieldValues } from './textFields.ts';

export interface Signature {
    readonly text: string;
    readonly of: 'agent' | 'queue' | 'nobody';
}

/** The signature below what an agent sends, its fields filled; one without a value is left out. */
export function chooseSignature(
    { agent, queue }: { readonly agent: string; readonly queue: string },
    values: FieldValues,
): Signature {
    const of = agent.trim() !== '' ? 'agent' : queue.trim() !== '' ? 'queue' : 'nobody';
    const text = of === 'agent' ? agent : of === 'queue' ? queue : '';
    return { text: fillFields(text, values, { unfilled: 'leave_out' }).trim(), of };
}
