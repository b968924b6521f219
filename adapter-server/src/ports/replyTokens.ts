/** Signs and reads the token that a reply's plus-address carries (E2). */
export interface ReplyTokens {
    sign(interactionId: number, secret: Uint8Array): string;
    /** The interaction, or null for a token that this secret did not sign. */
    verify(token: string, secret: Uint8Array): number | null;
    /** `support@example.com` + token. */
    address(base: string, token: string): string;
    /** Splits `support+token@example.com`; the base is lower-cased. */
    parse(address: string): { readonly base: string; readonly tag: string | null };
}
