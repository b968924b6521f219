import { describe, expect, it } from '@jest/globals';
import { journalSentence } from './journal.ts';

const NOW = Date.UTC(2027, 2, 1, 12);
const showing = {
    names: {
        agent: (id: number) => ({ 1: 'Ana Example', 2: 'Ben Example' })[id] ?? 'a former agent',
        queue: () => 'Support',
        disposition: () => 'Solved',
    },
    viewer: { agentId: 1, timeZone: 'Europe/Berlin' },
    now: NOW,
};
const said = (kind: string, data: Record<string, unknown> = {}, agentId: number | null = 1): string =>
    journalSentence({ kind, data, agentId, at: NOW }, showing);

describe('a journal entry as a sentence', () => {
    it.each([
        ['received', { appended: false, apart: '' }, 'Message received: a new thread.'],
        [
            'received',
            { appended: true, matchedBy: 'token' },
            'Message received: it was sent to the reply address of this thread.',
        ],
        [
            'received',
            { appended: false, apart: 'the sender is no participant.' },
            'Message received as a new thread: the sender is no participant.',
        ],
        [
            'acknowledgement_skipped',
            { reason: 'It is an automatic mail.' },
            'No automatic acknowledgement: It is an automatic mail.',
        ],
        ['accepted', {}, 'Ana Example accepted it.'],
        ['sent', { messageId: 1 }, 'The message was handed to the mail server.'],
        ['send_failed', { detail: '550 no such user' }, 'The message could not be sent: 550 no such user.'],
        ['send_retried', {}, 'Ana Example had the message sent again.'],
        [
            'send_retried',
            { to: ['maria@new.example.com', 'bert@customer.example.com'] },
            'Ana Example had the message sent again to maria@new.example.com, bert@customer.example.com.',
        ],
        ['resolved', {}, 'Ana Example resolved it.'],
        ['reopened', {}, 'Ana Example reopened it.'],
        ['closed', { dispositionId: 1 }, 'Ana Example closed it: Solved.'],
        ['follow_up_due', {}, 'Its follow-up is due.'],
        ['wrap_up_ended', { agentId: 1 }, 'Wrap-up ended: its time was over.'],
        ['merged', { interactionId: 7 }, 'Ana Example merged interaction 7 into this one.'],
        ['merged_into', { interactionId: 7 }, 'Ana Example merged it into interaction 7.'],
        ['tagged', { tags: ['VIP'] }, 'Ana Example added the tag “VIP”.'],
        ['tagged', { tags: ['a', 'b'], rule: 'Refunds' }, 'The rule “Refunds” added the tags “a”, “b”.'],
        ['untagged', { tags: ['VIP'] }, 'Ana Example removed the tag “VIP”.'],
        ['assigned_manually', { agentId: 2, byAgentId: 1 }, 'Assigned to Ben Example by Ana Example.'],
    ])('%s %j', (kind, data, sentence) => {
        expect(said(kind, data)).toBe(sentence);
    });

    it('tells times in the zone of its reader', () => {
        expect(said('set_pending', { followUpAt: NOW + 90 * 60_000 })).toBe(
            'Ana Example set it pending; it comes back today at 14:30.',
        );
    });

    it('of a kind that another release wrote is told by its name', () => {
        expect(said('tagged_by_rule')).toBe('Tagged by rule.');
        expect(said('constructor')).toBe('Constructor.');
    });
});
