import { highlight, hitLine } from '../../core/search/highlight.ts';
import type { SearchTerm } from '../../core/search/searchTerms.ts';
import type { QueryResult } from '../../protocol/queries.ts';
import type { SearchHitView, SearchTermView } from '../../protocol/views/search.ts';
import type { SearchAnswer } from '../../queries/search/searchInteractions.ts';
import { presentSummary } from './interactionSummary.ts';
import type { Presenting } from './presenting.ts';

export const presentSearch = (
    answer: SearchAnswer,
    showing: Presenting,
): QueryResult<'searchInteractions'> => ({
    terms: answer.terms.map((term, n) => presentTerm(term, answer.problems.get(n) ?? null)),
    items: answer.hits.map((hit) => presentHit(hit, answer.terms, showing)),
    next: answer.next,
    lookedBackTo: answer.lookedBackTo,
});

const presentTerm = (term: SearchTerm, problem: string | null): SearchTermView => ({
    text: term.text,
    start: term.start,
    end: term.end,
    kind: term.meaning.kind,
    negated: term.negated,
    problem,
});

function presentHit(
    { hit, summary }: SearchAnswer['hits'][number],
    terms: readonly SearchTerm[],
    showing: Presenting,
): SearchHitView {
    const name = hit.fromName === '' ? hit.fromAddress : `${hit.fromName} <${hit.fromAddress}>`;
    const files = hit.files.map((file) => highlight(file, terms, ['any', 'file']));
    return {
        summary: presentSummary(summary, showing),
        messageId: hit.messageId,
        at: hit.at,
        direction: hit.direction,
        from: highlight(name, terms, ['any', 'from']),
        subject: highlight(hit.subject || summary.subject, terms, ['any', 'subject']),
        line: hitLine(hit.text, terms),
        file: files.find((pieces) => pieces.some((piece) => piece.hit)) ?? null,
    };
}
