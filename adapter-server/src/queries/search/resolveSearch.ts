import { days } from '../../core/duration.ts';
import { firstInstantOf, parseDate } from '../../core/localTime.ts';
import { decideTagName } from '../../core/policies/tags.ts';
import { searchQuery } from '../../core/search/searchQuery.ts';
import type { SearchTerm } from '../../core/search/searchTerms.ts';
import { foldedWords } from '../../core/search/words.ts';
import { INTERACTION_STATUSES, type InteractionStatus } from '../../core/vocabulary.ts';
import { listAgents } from '../../storage/agents.ts';
import { listQueues } from '../../storage/queues.ts';
import type { SearchFilter } from '../../storage/search/searchReads.ts';
import { suggestTags, tagsByKeys } from '../../storage/tags.ts';
import type { Transaction } from '../../storage/transaction.ts';
import type { Viewer } from '../viewer.ts';

type Named = { readonly id: number; readonly names: readonly string[] };
export type ResolvedFilter = Omit<SearchFilter, 'sight' | 'ceiling'>;
export interface ResolvedSearch {
    readonly filter: ResolvedFilter;
    /** By the term's place in the list: what is wrong with it, and what to write. */
    readonly problems: ReadonlyMap<number, string>;
}
const ALWAYS = 8_000_000_000_000_000;

/** From what was typed to ids and instants: names are looked up, days begin at the viewer's midnight. */
export async function resolveSearch(
    on: Pick<Transaction, 'run'>,
    viewer: Viewer,
    terms: readonly SearchTerm[],
): Promise<ResolvedSearch> {
    const problems = new Map<number, string>();
    const kinds = new Set(terms.map(({ meaning }) => meaning.kind));
    const agents = kinds.has('agent') ? await namedAgents(on, viewer) : [];
    const queues = kinds.has('queue') ? await namedQueues(on) : [];
    const tags = await namedTags(on, terms);
    const wanted = {
        agents: new Set<number>(),
        queues: new Set<number>(),
        statuses: new Set<InteractionStatus>(),
        tags: new Set<number>(),
    };
    const unwanted = {
        agents: new Set<number>(),
        queues: new Set<number>(),
        statuses: new Set<InteractionStatus>(),
        tags: new Set<number>(),
    };
    const numbers = new Set<number>();
    let from = 0;
    let to = ALWAYS;
    terms.forEach(({ meaning, negated }, n) => {
        const into = negated ? unwanted : wanted;
        switch (meaning.kind) {
            case 'unclear':
                problems.set(n, meaning.problem);
                return;
            case 'tag': {
                const tag = tags.get(meaning.name);
                if (typeof tag === 'number') into.tags.add(tag);
                else problems.set(n, tag ?? '');
                return;
            }
            case 'status':
                into.statuses.add(meaning.status);
                return;
            case 'agent':
            case 'queue': {
                const known = meaning.kind === 'agent' ? agents : queues;
                const ids = called(known, meaning.name);
                const what = meaning.kind === 'agent' ? 'Nobody' : 'No queue';
                if (ids.length === 0) problems.set(n, `${what} is called “${meaning.name}”.`);
                for (const id of ids) (meaning.kind === 'agent' ? into.agents : into.queues).add(id);
                return;
            }
            case 'number':
                if (negated) problems.set(n, 'A number cannot be left out.');
                numbers.add(meaning.number);
                return;
            case 'date': {
                if (negated) problems.set(n, 'A date cannot be left out: write before: or after:.');
                const day = parseDate(meaning.date) ?? 0;
                const begins = firstInstantOf(viewer.timeZone, day, 0);
                if (meaning.bound !== 'before') from = Math.max(from, begins);
                if (meaning.bound === 'before') to = Math.min(to, begins);
                if (meaning.bound === 'on') to = Math.min(to, firstInstantOf(viewer.timeZone, day + 1, 0));
            }
        }
    });
    return {
        problems,
        filter: {
            query: searchQuery(terms),
            statuses: withoutThose(wanted.statuses, unwanted.statuses, INTERACTION_STATUSES),
            agents: wanted.agents.size > 0 ? [...wanted.agents] : null,
            notAgents: unwanted.agents.size > 0 ? [...unwanted.agents] : null,
            queues: withoutThose(
                wanted.queues,
                unwanted.queues,
                queues.map(({ id }) => id),
            ),
            interactions: numbers.size > 0 ? [...numbers] : null,
            tags: wanted.tags.size > 0 ? [...wanted.tags] : null,
            notTags: unwanted.tags.size > 0 ? [...unwanted.tags] : null,
            from,
            to: Math.min(to, ALWAYS - days(1)),
        },
    };
}

function withoutThose<T>(wanted: ReadonlySet<T>, unwanted: ReadonlySet<T>, all: readonly T[]): T[] | null {
    if (wanted.size === 0 && unwanted.size === 0) return null;
    return (wanted.size > 0 ? [...wanted] : [...all]).filter((one) => !unwanted.has(one));
}

async function namedAgents(on: Pick<Transaction, 'run'>, viewer: Viewer): Promise<Named[]> {
    const agents = await listAgents(on);
    return agents.map(({ id, username, firstName, lastName }) => ({
        id,
        names: [username, `${firstName} ${lastName}`, ...(id === viewer.agentId ? ['me'] : [])],
    }));
}
const namedQueues = async (on: Pick<Transaction, 'run'>): Promise<Named[]> =>
    (await listQueues(on)).map(({ id, name }) => ({ id, names: [name] }));

/** By the name as typed: its id, or what is wrong with it. A former name is the tag's that it became. */
async function namedTags(
    on: Pick<Transaction, 'run'>,
    terms: readonly SearchTerm[],
): Promise<Map<string, number | string>> {
    const names = terms.flatMap(({ meaning }) => (meaning.kind === 'tag' ? [meaning.name] : []));
    const found = new Map<string, number | string>();
    for (const name of new Set(names)) {
        const written = decideTagName(name);
        const key = written.allowed ? written.tag.key : '';
        const tag = (await tagsByKeys(on, [key])).get(key);
        const meant = tag || key === '' ? [] : (await suggestTags(on, key, 3)).map((one) => `“${one.name}”`);
        const hint = meant.length > 0 ? ` Did you mean ${meant.join(' or ')}?` : '';
        found.set(name, tag?.id ?? `No tag is called “${name}”.${hint}`);
    }
    return found;
}

/** Whoever is called exactly so; else all whose name begins with these words, in any part. */
function called(known: readonly Named[], name: string): number[] {
    const wanted = foldedWords(name).join(' ');
    if (wanted === '') return [];
    const folded = known.map(({ id, names }) => ({
        id,
        names: names.map((one) => foldedWords(one).join(' ')),
    }));
    const exact = folded.filter(({ names }) => names.includes(wanted));
    const found =
        exact.length > 0
            ? exact
            : folded.filter(({ names }) => names.some((one) => ` ${one}`.includes(` ${wanted}`)));
    return found.map(({ id }) => id);
}
