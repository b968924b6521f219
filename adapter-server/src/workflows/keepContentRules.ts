import type { ContentRule, RuleAcknowledgement } from '../core/contentRules/rule.ts';
import { brokenInWords } from '../core/contentRules/ruleWords.ts';
import { decideRule, MOST_RULES, MOST_VALUES_IN_ALL } from '../core/contentRules/checkRule.ts';
import { brokenReasons } from '../core/policies/contentRules.ts';
import { decideSavedText } from '../core/policies/savedText.ts';
import {
    deleteContentRuleRow,
    knownTargets,
    listContentRules,
    lockContentRules,
    orderContentRuleRows,
    saveContentRuleRow,
    type ContentRuleRow,
} from '../storage/contentRules.ts';
import { findQuickReply } from '../storage/quickReplies.ts';
import type { Transaction } from '../storage/transaction.ts';
import {
    conflict,
    done,
    notFound,
    refuse,
    refuseBy,
    type Actor,
    type Outcome,
    type Refused,
} from './outcome.ts';

type Nothing = Record<string, never>;
type RuleArgs = Omit<ContentRule, 'id'> & { readonly ruleId?: number | null | undefined };

/** R8, by an admin. What a rule names must be there when it is saved. */
export async function saveContentRule(
    tx: Transaction,
    actor: Actor,
    { ruleId, ...draft }: RuleArgs,
): Promise<Outcome<{ ruleId: number }>> {
    await lockContentRules(tx);
    const rules = await listContentRules(tx);
    const rule: ContentRule = { ...draft, id: ruleId ?? 0 };
    if (rule.id !== 0 && !rules.some(({ id }) => id === rule.id)) return notFound('This rule');
    const refused = (await refuseRule(tx, rule)) ?? refuseMore(rules, rule);
    if (refused) return refused;
    const id = await saveContentRuleRow(tx, rule, actor.agentId);
    return id === null ? notFound('This rule') : done({ ruleId: id });
}

async function refuseRule(tx: Transaction, rule: ContentRule): Promise<Refused | null> {
    const decision = decideRule(rule);
    if (!decision.allowed) return refuseBy(decision);
    const [broken] = brokenReasons(rule, await knownTargets(tx, [rule]));
    if (broken) return refuse(`It cannot be done: ${brokenInWords(broken)}.`, 'Choose another one.');
    return refuseTemplate(tx, rule.actions.acknowledgement);
}

/** Written for agents, it may name one; the acknowledgement is sent by nobody. */
async function refuseTemplate(
    tx: Transaction,
    acknowledgement: RuleAcknowledgement | null,
): Promise<Refused | null> {
    if (acknowledgement?.kind !== 'quick_reply') return null;
    const saved = await findQuickReply(tx, acknowledgement.quickReplyId);
    const text = decideSavedText({ what: 'quick reply', text: saved?.text ?? '', byNobody: true });
    return text.allowed ? null : refuse(text.reason, 'Choose another one, or write the text here.');
}

function refuseMore(rules: readonly ContentRuleRow[], rule: ContentRule): Refused | null {
    const others = rules.filter(({ id }) => id !== rule.id);
    if (others.length >= MOST_RULES)
        return refuse(`There are ${MOST_RULES} rules already.`, 'Delete one that nobody needs.');
    const values = [...others, rule]
        .flatMap(({ conditions }) => conditions)
        .reduce((sum, condition) => sum + condition.values.length, 0);
    return values > MOST_VALUES_IN_ALL
        ? refuse(
              `All rules together have more than ${MOST_VALUES_IN_ALL} values.`,
              'Use * or domains for several.',
          )
        : null;
}

export async function setContentRuleActive(
    tx: Transaction,
    actor: Actor,
    { ruleId, active }: { ruleId: number; active: boolean },
): Promise<Outcome<Nothing>> {
    await lockContentRules(tx);
    const rule = (await listContentRules(tx)).find(({ id }) => id === ruleId);
    if (!rule) return notFound('This rule');
    await saveContentRuleRow(tx, { ...rule, active }, actor.agentId);
    return done({});
}

/** Whoever orders a list that is not the one there now would undo what somebody else did. */
export async function orderContentRules(
    tx: Transaction,
    _actor: Actor,
    { ruleIds }: { ruleIds: readonly number[] },
): Promise<Outcome<Nothing>> {
    await lockContentRules(tx);
    const there = new Set((await listContentRules(tx)).map(({ id }) => id));
    const same = there.size === ruleIds.length && ruleIds.every((id) => there.delete(id));
    if (!same) return conflict('Somebody has added or deleted a rule.', 'Load the list again.');
    await orderContentRuleRows(tx, ruleIds);
    return done({});
}

export async function deleteContentRule(
    tx: Transaction,
    _actor: Actor,
    { ruleId }: { ruleId: number },
): Promise<Outcome<Nothing>> {
    await lockContentRules(tx);
    if (!(await listContentRules(tx)).some(({ id }) => id === ruleId)) return notFound('This rule');
    await deleteContentRuleRow(tx, ruleId);
    return done({});
}
