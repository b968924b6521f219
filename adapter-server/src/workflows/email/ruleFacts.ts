import type { RuleFacts } from '../../core/contentRules/rule.ts';
import { askedFor, type CompiledRule } from '../../core/policies/contentRules.ts';
import type { MailReader } from '../../ports/mailReader.ts';

/** What is known of a mail without effort. */
export interface MailAtHand extends Pick<
    RuleFacts,
    'to' | 'from' | 'customerName' | 'subject' | 'kind' | 'hasAttachment'
> {
    readonly text: string;
    /** Null where it is gone. */
    readonly raw: Uint8Array | null;
}

/** Reads no more of a mail than these rules ask for. */
export async function ruleFacts(
    reader: MailReader,
    rules: readonly CompiledRule[],
    { text, raw, ...mail }: MailAtHand,
): Promise<RuleFacts> {
    const asked = askedFor(rules);
    const own = asked.text || asked.language ? reader.ownText(text) : null;
    return {
        ...mail,
        channel: 'email',
        text: own,
        language: asked.language && own !== null ? await reader.language(own) : null,
        headers: asked.headers && raw !== null ? reader.headers(raw) : null,
    };
}
