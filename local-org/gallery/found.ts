import type { SearchHitView, SearchTermView } from 'c/patchbayProtocol';
import { interaction } from './interactions';
import { hours, minutes, now } from './people';

/** What a search finds, in the pictures. */
const plain = (text: string) => ({ text, hit: false });
const found = (text: string) => ({ text, hit: true });
const hit = (id: number, part: Partial<SearchHitView> = {}): SearchHitView => ({
    summary: interaction(id, { status: id % 2 === 0 ? 'closed' : 'open' }),
    messageId: id,
    at: now - hours(id) + minutes(4),
    direction: 'inbound',
    from: [plain('Maria Gonzalez <maria.gonzalez@example.com>')],
    subject: [plain('Where is my '), found('title'), plain(' document?')],
    line: [
        plain('… the form two weeks ago; the '),
        found('title'),
        plain(' has not come, and nobody called.'),
    ],
    file: null,
    ...part,
});
export const hits = [
    hit(1),
    hit(2, { direction: 'outbound', from: [plain('Example Support <support@example.com>')] }),
    hit(3, {
        subject: [
            plain('An unusually long subject that goes on about the '),
            found('title'),
            plain(' for ever'),
        ],
        line: [plain('<b onclick="alert(1)">'), found('title'), plain(`</b> ${'word'.repeat(60)}`)],
        file: [found('title'), plain('-deed-scan.pdf')],
    }),
];
export const term = (
    text: string,
    kind: SearchTermView['kind'],
    problem: string | null = null,
): SearchTermView => ({
    text,
    start: 0,
    end: text.length,
    kind,
    negated: false,
    problem,
});
export const terms = [term('status:open', 'status'), term('after:2026-01-01', 'date')];
export const savedSearches = [
    { id: 1, name: 'Mine, open', query: 'agent:me status:open' },
    { id: 2, name: 'Refunds this year', query: 'refund after:2026-01-01 has:attachment' },
];
