import { momentInWords } from '../../core/momentInWords.ts';
import { PRIORITY_WORDS, priorityOf } from '../../core/policies/interactionPriority.ts';
import { TARGET_SENTENCES } from './targetJournal.ts';
import { isRoutingDecisionKind, type RoutingDecisionRecord } from '../../core/routing/decisionRecord.ts';
import { explain } from '../../core/routing/explain.ts';
import type { JournalEntryView } from '../../protocol/views.ts';
import type { JournalRow } from '../../storage/journal.ts';
import { ruleAppliedSentence, rulePassedOverSentence } from './contentRules.ts';
import { agentRefOrNull, numberOf, type Presenting } from './presenting.ts';

export type Entry = Pick<JournalRow, 'kind' | 'agentId' | 'at'> & { readonly data: Record<string, unknown> };

const MATCHED: Readonly<Record<string, string>> = {
    in_reply_to: 'it answers a message of this thread',
    references: 'it refers to a message of this thread',
    token: 'it was sent to the reply address of this thread',
    delivery_report: 'it is a delivery report on a message of this thread',
};

const priorityWord = (value: unknown): string => PRIORITY_WORDS[priorityOf(number(value))];
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
const reason = (data: Record<string, unknown>): string => {
    const given = text(data['reason'] ?? data['detail'] ?? data['error']).replace(/\.$/, '');
    return given === '' ? '' : `: ${given}`;
};

/** As they were called then. */
const tagsIn = (data: Record<string, unknown>): string => {
    const tags = Array.isArray(data['tags']) ? data['tags'].map((tag) => `“${text(tag)}”`) : [];
    return `the ${tags.length === 1 ? 'tag' : 'tags'} ${tags.join(', ')}`;
};

export type Sentence = (entry: Entry, who: string, showing: Presenting) => string;
const SENTENCES: Readonly<Record<string, Sentence>> = {
    received: ({ data }) => {
        const matched = MATCHED[text(data['matchedBy'])];
        if (data['appended'] === true) return matched ? `Message received: ${matched}.` : 'Message received.';
        const apart = text(data['apart']).replace(/\.$/, '');
        return apart === ''
            ? 'Message received: a new thread.'
            : `Message received as a new thread: ${apart}.`;
    },
    acknowledged: () => 'The customer was told that the message arrived.',
    acknowledgement_skipped: ({ data }) => `No automatic acknowledgement${reason(data)}.`,
    accepted: (_entry, who) => `${who} accepted it.`,
    replied: (_entry, who) => `${who} replied.`,
    forwarded: (_entry, who) => `${who} forwarded it.`,
    mail_started: (_entry, who) => `${who} began a new mail.`,
    mail_sent: (_entry, who) => `${who} sent a new mail.`,
    mail_discarded: (_entry, who) => `${who} discarded the mail; nothing was sent.`,
    send_undone: (_entry, who) => `${who} took the mail back before it left.`,
    sent_early: (_entry, who) => `${who} had the mail sent without waiting.`,
    send_delayed: ({ data }) => `The message is delayed, and tried again${reason(data)}.`,
    bounced: ({ data }) => `The message came back${reason(data)}.`,
    sent: () => 'The message was handed to the mail server.',
    send_failed: ({ data }) => `The message could not be sent${reason(data)}.`,
    send_retried: ({ data }, who) => {
        const to = Array.isArray(data['to']) ? data['to'].filter((one) => typeof one === 'string') : [];
        return `${who} had the message sent again${to.length > 0 ? ` to ${to.join(', ')}` : ''}.`;
    },
    resolved: (_entry, who) => `${who} resolved it.`,
    reopened: (_entry, who) => (who === 'The server' ? 'Reopened.' : `${who} reopened it.`),
    set_pending: ({ data }, who, { now, viewer }) =>
        `${who} set it pending; it comes back ${momentInWords(number(data['followUpAt']), now, viewer.timeZone)}.`,
    follow_up_due: () => 'Its follow-up is due.',
    closed: ({ data }, who, { names }) =>
        typeof data['dispositionId'] === 'number'
            ? `${who} closed it: ${names.disposition(data['dispositionId'])}.`
            : `${who} closed it.`,
    wrap_up_ended: () => 'Wrap-up ended: its time was over.',
    dismissed: (_entry, who) => `${who} dismissed it from the inbox.`,
    spam_released: (_entry, who) => `${who} released it from the Spam list.`,
    priority_set: ({ data }, who) =>
        `${who} changed its priority from ${priorityWord(data['from'])} to ${priorityWord(data['to'])}.`,
    rule_applied: ({ data }, _who, { names }) => ruleAppliedSentence(data, names.queue),
    rule_passed_over: ({ data }) => rulePassedOverSentence(data),
    note: (_entry, who) => `${who} wrote a note.`,
    macro_run: ({ data }, who) => `${who} ran the macro "${text(data['title'])}".`,
    tagged: ({ data }, who) => {
        const rule = text(data['rule']);
        return `${rule === '' ? who : `The rule “${rule}”`} added ${tagsIn(data)}.`;
    },
    untagged: ({ data }, who) => `${who} removed ${tagsIn(data)}.`,
    merged: ({ data }, who) =>
        `${who} merged interaction ${numberOf(number(data['interactionId']))} into this one.`,
    split_off: ({ data }, who) =>
        `${who} made a message an interaction of its own: ${numberOf(number(data['interactionId']))}.`,
    split_from: ({ data }, who) =>
        `${who} split it off from interaction ${numberOf(number(data['interactionId']))}.`,
    nothing_waits: () => 'Nothing in it waits for an answer any more.',
    ...TARGET_SENTENCES,
    merged_into: ({ data }, who) =>
        `${who} merged it into interaction ${numberOf(number(data['interactionId']))}.`,
};

/** Of another release there may be others: they are told by their name. */
export const isRoutingKind = isRoutingDecisionKind;

/** One entry of the journal as a sentence. Names are looked up and times are in the reader's zone as of now. */
export function journalSentence(entry: Entry, showing: Presenting): string {
    const { names, viewer, now } = showing;
    if (isRoutingKind(entry.kind)) {
        // The journal keeps a routing decision's kind beside its other fields.
        const decision = { ...entry.data, kind: entry.kind } as RoutingDecisionRecord;
        const reader = { agentName: names.agent, queueName: names.queue, timeZone: viewer.timeZone, now };
        return explain(decision, reader);
    }
    const who = entry.agentId === null ? 'The server' : names.agent(entry.agentId);
    const sentence = Object.hasOwn(SENTENCES, entry.kind) ? SENTENCES[entry.kind] : undefined;
    if (sentence) return sentence(entry, who, showing);
    const words = entry.kind.replaceAll('_', ' ');
    return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

export const presentJournalEntry = (entry: JournalRow, showing: Presenting): JournalEntryView => ({
    seq: entry.seq,
    at: entry.at,
    kind: entry.kind,
    agent: agentRefOrNull(showing.names, entry.agentId),
    text: journalSentence(entry, showing),
});
