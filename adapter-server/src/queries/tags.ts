import { decideNewTag, decideTagName, DEFAULT_NEW_TAGS } from '../core/policies/tags.ts';
import type { NewTags } from '../core/vocabulary.ts';
import { readOrganization } from '../storage/organization.ts';
import { listTags as list, type ListedTag } from '../storage/tagAdministration.ts';
import { suggestTags as suggest } from '../storage/tags.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { Viewer } from './viewer.ts';

type On = Pick<Transaction, 'run'>;

/** While one types; what is no name of a tag is part of none. */
export async function suggestTags(
    on: On,
    viewer: Viewer,
    { text, limit }: { text: string; limit: number },
): Promise<{ items: string[]; mayCreate: boolean }> {
    const typed = decideTagName(text);
    const isNothing = text.trim() === '';
    const items =
        typed.allowed || isNothing ? await suggest(on, typed.allowed ? typed.tag.key : '', limit) : [];
    const mayCreate = decideNewTag(text, viewer.role, await whoMakesTags(on)).allowed;
    return { items: items.map(({ name }) => name), mayCreate };
}

export async function listTags(on: On): Promise<{ items: ListedTag[]; newTags: NewTags }> {
    return { items: await list(on), newTags: await whoMakesTags(on) };
}

const whoMakesTags = async (on: On): Promise<NewTags> =>
    (await readOrganization(on))?.newTags ?? DEFAULT_NEW_TAGS;
