import {
    decideMoreTags,
    decideNewTag,
    decideTaggable,
    decideTagName,
    MOST_TAGS,
    DEFAULT_NEW_TAGS,
} from '../core/policies/tags.ts';
import { lockInteraction, saveInteraction, type Interaction } from '../storage/interactions.ts';
import { record } from '../storage/journal.ts';
import { readOrganization } from '../storage/organization.ts';
import { attachTags, detachTag, insertTags, tagsByKeys, tagsOf } from '../storage/tags.ts';
import type { Transaction } from '../storage/transaction.ts';
import { conflict, done, notFound, refuseBy, type Actor, type Outcome } from './outcome.ts';

/** Who says so: an agent, or a content rule by its name. */
export type TaggedBy = { readonly agentId: number } | { readonly rule: string };
export interface Tagging {
    readonly interactionId: number;
    readonly name: string;
}

/**
 * Tags a locked interaction within any transaction; whoever calls saves it. What it has already changes nothing, what
 * goes beyond the limit or is no name is left out, and the journal says once what was added. Answers those names.
 */
export async function addTags(
    tx: Transaction,
    i: Interaction,
    names: readonly string[],
    by: TaggedBy,
): Promise<string[]> {
    const written = names.flatMap((name) => {
        const decision = decideTagName(name);
        return decision.allowed ? [decision.tag] : [];
    });
    const keys = written.map(({ key }) => key);
    const known = await tagsByKeys(tx, keys);
    const fresh = written.filter(({ key }, at) => !known.has(key) && keys.indexOf(key) === at);
    if (fresh.length > 0) {
        await insertTags(tx, fresh, 'agentId' in by ? by.agentId : null);
        for (const [key, tag] of await tagsByKeys(
            tx,
            fresh.map(({ key }) => key),
        ))
            known.set(key, tag);
    }
    const has = new Set((await tagsOf(tx, i.id)).map(({ id }) => id));
    const wanted = [
        ...new Map(keys.flatMap((key) => known.get(key) ?? []).map((tag) => [tag.id, tag])).values(),
    ];
    const fitting = wanted.filter(({ id }) => !has.has(id)).slice(0, Math.max(0, MOST_TAGS - has.size));
    if (fitting.length === 0) return [];
    const attached = await attachTags(
        tx,
        i.id,
        fitting.map(({ id }) => id),
    );
    const tags = fitting.filter(({ id }) => attached.has(id)).map(({ name }) => name);
    if (tags.length === 0) return [];
    await record(
        tx,
        i,
        'rule' in by
            ? { kind: 'tagged', data: { tags, rule: by.rule } }
            : { kind: 'tagged', agentId: by.agentId, data: { tags } },
    );
    tellLists(tx, i, 'agentId' in by ? by.agentId : null);
    return tags;
}

/** Who has it, who waits for it, and who changed it read their lists again. */
function tellLists(tx: Transaction, i: Interaction, byAgentId: number | null): void {
    for (const agentId of new Set([i.agentId, i.heldFor, byAgentId]))
        if (agentId !== null) tx.tell(agentId, 'interaction_changed', { interactionId: i.id });
}

/** Answers the tag as it is called: its first writer may have written it otherwise. */
export async function addTag(
    tx: Transaction,
    actor: Actor,
    { interactionId, name }: Tagging,
): Promise<Outcome<{ tag: string }>> {
    const decision = decideTagName(name);
    if (!decision.allowed) return refuseBy(decision);
    const { tag } = decision;
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    const taggable = decideTaggable(i.mergedInto);
    if (!taggable.allowed) return refuseBy(taggable);
    const known = (await tagsByKeys(tx, [tag.key])).get(tag.key);
    if (!known) {
        const newTags = (await readOrganization(tx))?.newTags ?? DEFAULT_NEW_TAGS;
        const may = decideNewTag(tag.name, actor.role, newTags);
        if (!may.allowed) return refuseBy(may);
    }
    const has = await tagsOf(tx, i.id);
    if (known && has.some(({ id }) => id === known.id)) return done({ tag: known.name });
    const more = decideMoreTags(has.length);
    if (!more.allowed) return refuseBy(more);
    const [added] = await addTags(tx, i, [tag.name], { agentId: actor.agentId });
    if (added === undefined) return conflict('Somebody changed the tags meanwhile.', 'Try again.');
    await saveInteraction(tx, i);
    return done({ tag: added });
}

export async function removeTag(
    tx: Transaction,
    actor: Actor,
    { interactionId, name }: Tagging,
): Promise<Outcome<Record<string, never>>> {
    const decision = decideTagName(name);
    if (!decision.allowed) return refuseBy(decision);
    const i = await lockInteraction(tx, interactionId);
    if (!i) return notFound('This interaction');
    const tag = (await tagsByKeys(tx, [decision.tag.key])).get(decision.tag.key);
    // What it does not have is removed already.
    if (!tag || !(await detachTag(tx, i.id, tag.id))) return done({});
    await record(tx, i, { kind: 'untagged', agentId: actor.agentId, data: { tags: [tag.name] } });
    tellLists(tx, i, actor.agentId);
    await saveInteraction(tx, i);
    return done({});
}
