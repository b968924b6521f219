import type { ContentRule, RuleAcknowledgement } from '../../core/contentRules/rule.ts';
import {
    compileRules,
    decideContentRules,
    fittingRules,
    type CompiledRule,
    type ContentDecision,
    type RulePart,
} from '../../core/policies/contentRules.ts';
import { levelOf } from '../../core/policies/interactionPriority.ts';
import type { MailReader } from '../../ports/mailReader.ts';
import type { ParsedMail, ReceivedMail } from '../../ports/mailboxEvents.ts';
import { centerSettings } from '../../storage/centerSettings.ts';
import { knownTargets } from '../../storage/contentRules.ts';
import { saveInteraction, type Interaction } from '../../storage/interactions.ts';
import { record } from '../../storage/journal.ts';
import type { Transaction } from '../../storage/transaction.ts';
import { addTags } from '../tagInteraction.ts';
import { ruleFacts } from './ruleFacts.ts';

/** What stands in place of the queue's acknowledgement, and which rule says so. */
export interface AcknowledgementByRule {
    readonly instead: RuleAcknowledgement;
    readonly ruleName: string;
}

export interface NewMail {
    readonly mail: ReceivedMail;
    readonly parsed: ParsedMail;
    /** Addresses that it was written to, without plus-tags. */
    readonly to: readonly string[];
}

/** R8, for the new interaction of a mail. Asks the database nothing where no rule fits. */
export class ContentRules {
    readonly #reader: MailReader;
    #known: { readonly source: readonly ContentRule[]; readonly rules: readonly CompiledRule[] } | null =
        null;

    constructor(reader: MailReader) {
        this.#reader = reader;
    }

    /** Changes the interaction before it is routed. Answers what the rules say of its acknowledgement. */
    async apply(
        tx: Transaction,
        i: Interaction,
        { mail, parsed, to }: NewMail,
    ): Promise<AcknowledgementByRule | null> {
        const { contentRules } = await centerSettings(tx);
        if (contentRules.length === 0) return null;
        const rules = this.#compiled(contentRules);
        const facts = await ruleFacts(this.#reader, rules, {
            to,
            from: parsed.from?.address ?? '',
            customerName: parsed.from?.name ?? '',
            subject: parsed.subject,
            kind: parsed.classification.kind,
            hasAttachment: parsed.attachments.some(({ inline }) => !inline),
            text: parsed.text,
            raw: mail.raw,
        });
        const fitting = fittingRules(rules, facts);
        if (fitting.length === 0) return null;
        const known = await knownTargets(
            tx,
            fitting.map(({ rule }) => rule),
        );
        return carryOut(tx, i, decideContentRules(fitting, known));
    }

    /** The process keeps one list until the settings change, and so does this. */
    #compiled(source: readonly ContentRule[]): readonly CompiledRule[] {
        if (this.#known?.source === source) return this.#known.rules;
        const rules = compileRules(source);
        this.#known = { source, rules };
        return rules;
    }
}

async function carryOut(
    tx: Transaction,
    i: Interaction,
    { outcome, parts, passedOver }: ContentDecision,
): Promise<AcknowledgementByRule | null> {
    for (const { rule, broken } of passedOver) {
        const data = { ruleId: rule.id, name: rule.name, broken };
        await record(tx, i, { kind: 'rule_passed_over', data });
    }
    for (const part of parts) {
        await record(tx, i, { kind: 'rule_applied', data: journalled(part) });
        if (part.did.tags.length > 0) await addTags(tx, i, part.did.tags, { rule: part.rule.name });
    }
    if (outcome.queueId !== null) i.queueId = outcome.queueId;
    if (outcome.priority !== null) i.priority = levelOf(outcome.priority);
    if (outcome.skills.length > 0) i.requiredSkills = [...outcome.skills].sort();
    const spammer = parts.find(({ did }) => did.spam);
    if (spammer) {
        i.spam = { blockId: null, waitingSince: null };
        i.why = { kind: 'spam_by_rule', ruleName: spammer.rule.name };
    }
    // The acknowledgement's fields are read from the row.
    await saveInteraction(tx, i);
    const says = parts.find(({ did }) => did.acknowledgement !== null);
    if (!says || outcome.acknowledgement === null) return null;
    return { instead: outcome.acknowledgement, ruleName: says.rule.name };
}

/** The rule's own words, never the customer's. A text of its own is not repeated: the message itself shows it. */
const journalled = ({ rule, because, did, stopped }: RulePart): Record<string, unknown> => ({
    ruleId: rule.id,
    name: rule.name,
    because,
    did: {
        ...did,
        queueId: null,
        acknowledgement: did.acknowledgement && { kind: did.acknowledgement.kind },
    },
    // Where the names of queues are looked for.
    queueId: did.queueId,
    stopped,
});
