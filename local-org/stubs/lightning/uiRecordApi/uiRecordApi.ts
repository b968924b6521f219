import { wireAdapter } from '../../wire';

/** Without an org there are no records yet: every read answers as the platform does for a missing one. */
interface FieldReference {
    objectApiName: string;
    fieldApiName: string;
}
interface Field {
    value: unknown;
    displayValue: string | null;
}
interface RecordData {
    fields: Record<string, Field | undefined>;
}

const missing = { status: 404, body: { message: 'The requested resource does not exist' } };
const fieldOf = (record: RecordData | undefined, field: string | FieldReference): Field | undefined =>
    record?.fields[typeof field === 'string' ? field.replace(/^\w+\./, '') : field.fieldApiName];

export const getRecord = wireAdapter((config, emit) => {
    if (config.recordId !== undefined) emit({ data: undefined, error: missing });
});
export const getFieldValue = (record: RecordData | undefined, field: string | FieldReference): unknown =>
    fieldOf(record, field)?.value;
export const getFieldDisplayValue = (
    record: RecordData | undefined,
    field: string | FieldReference,
): unknown => fieldOf(record, field)?.displayValue;
export const createRecord = (_input: unknown): Promise<never> => Promise.reject(missing);
export const updateRecord = (_input: unknown): Promise<never> => Promise.reject(missing);
export const notifyRecordUpdateAvailable = (_records: unknown): Promise<void> => Promise.resolve();
