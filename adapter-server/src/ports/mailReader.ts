/** Outbound port: what content rules (R8) ask of a mail, and what takes time to find out. The email channel's. */
export interface MailReader {
    /** What its sender wrote: without what they quote. */
    ownText(text: string): string;
    /** By lower-case name, as they stand in the raw mail: unfolded, not decoded. */
    headers(raw: Uint8Array): ReadonlyMap<string, readonly string[]>;
    /** ISO 639-1; null where it cannot be told. Looks at the beginning alone. */
    language(text: string): Promise<string | null>;
    /** Codes that `language` can answer. */
    readonly languages: readonly string[];
}
