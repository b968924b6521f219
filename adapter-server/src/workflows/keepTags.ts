import { decideTagName } from '../core/policies/tags.ts';
import type { NewTags } from '../core/vocabulary.ts';
import {
    deleteTagRow,
    findTag,
    findTagByKey,
    inboxesWithTag,
    lockTagNames,
    mergeTagRows,
    renameTagRow,
} from '../storage/tagAdministration.ts';
import { insertTags, saveWhoMakesTags } from '../storage/tags.ts';
import type { Transaction } from '../storage/transaction.ts';
import { done, notFound, refuse, refuseBy, type Actor, type Outcome } from './outcome.ts';

/** The organization's tags, for admins. Interactions keep what their journals say; the audit says who changed what. */
export async function createTag(
    tx: Transaction,
    actor: Actor,
    { name }: { name: string },
): Promise<Outcome<{ tagId: number }>> {
    const decision = decideTagName(name);
    if (!decision.allowed) return refuseBy(decision);
    await lockTagNames(tx);
    const { tag } = decision;
    const there = await findTagByKey(tx, tag.key);
    if (there && there.sameAs === null) return refuse(`There is a tag "${there.name}" already.`);
    if (there)
        return refuse(
            `"${there.name}" is a former name of another tag.`,
            'Rename that one back, or choose another name.',
        );
    await insertTags(tx, [tag], actor.agentId);
    const made = await findTagByKey(tx, tag.key);
    return made ? done({ tagId: made.id }) : notFound('This tag');
}

/** Where another tag is called so, the two become that one. */
export async function renameTag(
    tx: Transaction,
    actor: Actor,
    { tagId, name }: { tagId: number; name: string },
): Promise<Outcome<{ tagId: number; merged: boolean }>> {
    const decision = decideTagName(name);
    if (!decision.allowed) return refuseBy(decision);
    await lockTagNames(tx);
    const tag = await findTag(tx, tagId);
    if (!tag || tag.sameAs !== null) return notFound('This tag');
    const there = await findTagByKey(tx, decision.tag.key);
    const merged = there !== null && there.sameAs === null && there.id !== tag.id;
    await tellInboxes(tx, tag.id);
    if (merged) await mergeTagRows(tx, tag.id, there.id);
    else await renameTagRow(tx, tag, decision.tag, actor.agentId);
    return done({ tagId: merged ? there.id : tag.id, merged });
}

/** It comes off every interaction. Whoever writes it again makes a new one. */
export async function deleteTag(
    tx: Transaction,
    _actor: Actor,
    { tagId }: { tagId: number },
): Promise<Outcome<{ interactions: number }>> {
    await lockTagNames(tx);
    const tag = await findTag(tx, tagId);
    if (!tag || tag.sameAs !== null) return notFound('This tag');
    await tellInboxes(tx, tag.id);
    return done({ interactions: await deleteTagRow(tx, tag.id) });
}

async function tellInboxes(tx: Transaction, tagId: number): Promise<void> {
    for (const { agentId, interactionId } of await inboxesWithTag(tx, tagId))
        tx.tell(agentId, 'interaction_changed', { interactionId });
}

export async function setWhoMakesTags(
    tx: Transaction,
    _actor: Actor,
    { newTags }: { newTags: NewTags },
): Promise<Outcome<Record<string, never>>> {
    await saveWhoMakesTags(tx, newTags);
    return done({});
}
