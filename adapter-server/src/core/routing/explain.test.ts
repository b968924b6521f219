import { describe, it, expect } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { hours, minutes, seconds } from '../duration.ts';
import type { RoutingDecisionKind, RoutingDecisionRecord } from './decisionRecord.ts';
import { explain } from './explain.ts';
import type { Reader } from './explain.ts';

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const NOW = at('2026-06-01T12:00:00Z'); // Monday 14:00 in Berlin
const names: Record<number, string> = { 1: 'Ana Silva', 2: 'Ben' };
const reader: Reader = {
    agentName: (id) => names[id] ?? 'someone',
    queueName: () => 'Support',
    timeZone: 'Europe/Berlin',
    now: NOW,
};
const TONIGHT = at('2026-06-02T00:10:00Z');
const TODAY = at('2026-06-01T16:05:00Z');
const ana = { agentId: 1, queueId: 10 } as const;
const ben = { agentId: 2, queueId: 10 } as const;
const held = { kind: 'held', ...ana, until: TONIGHT } as const;

const CASES: [RoutingDecisionRecord, string][] = [
    [{ kind: 'offered_original', agentId: 1 }, 'Offered to Ana Silva, who answered this thread before.'],
    [
        { ...held, reason: 'unavailable' },
        'Held for Ana Silva, who is Unavailable; goes to Support on Tue 02:10 if they are not back.',
    ],
    [
        { ...held, reason: 'busy', until: TODAY },
        'Held for Ana Silva, who is Busy; goes to Support today at 18:05 if they are not free before.',
    ],
    [
        { ...held, reason: 'logged_out' },
        'Held for Ana Silva, who is Logged Out; goes to Support on Tue 02:10 if they are not back.',
    ],
    [
        { ...held, reason: 'outside_hours' },
        'Held for Ana Silva, who is outside their working hours; goes to Support on Tue 02:10 if they are not back.',
    ],
    [
        { ...held, reason: 'declined' },
        'Held for Ana Silva, who declined it; goes to Support on Tue 02:10 if they do not take it before.',
    ],
    [
        { ...held, reason: 'missed' },
        'Held for Ana Silva, who missed it; goes to Support on Tue 02:10 if they do not take it before.',
    ],
    [
        { ...held, reason: 'unavailable', since: NOW - hours(4) },
        'Held 4 h for Ana Silva, who is Unavailable; goes to Support on Tue 02:10 if they are not back.',
    ],
    [
        { kind: 'released_deadline', ...ana, heldFor: hours(16) },
        'Released to Support: it waited 16 h for Ana Silva.',
    ],
    [{ kind: 'released_disabled', ...ana }, "Released to Support: Ana Silva's account is switched off."],
    [{ kind: 'released_left_queue', ...ana }, 'Released to Support: Ana Silva is no longer a member of it.'],
    [{ kind: 'queued_new', queueId: 10 }, 'Queued in Support: it is new.'],
    [
        { kind: 'queued_no_agent', queueId: 10, because: 'nobody_available' },
        'Queued in Support: nobody is available.',
    ],
    [
        { kind: 'queued_no_agent', queueId: 10, because: 'nobody_with_skills' },
        'Queued in Support: nobody with the skills it needs is available.',
    ],
    [
        { kind: 'queued_no_agent', queueId: 10, because: 'everybody_declined' },
        'Queued in Support: everybody available has declined it.',
    ],
    [
        { kind: 'queued_no_agent', queueId: 10, because: 'queue_closed', opensAt: TODAY },
        'Queued in Support: it is closed and opens today at 18:05.',
    ],
    [
        { kind: 'queued_no_agent', queueId: 10, because: 'queue_closed', opensAt: null },
        'Queued in Support: it is closed.',
    ],
    [
        { kind: 'offered_queue', ...ben, available: 3 },
        'Offered to Ben: longest idle among 3 available in Support.',
    ],
    [
        { kind: 'offered_queue', ...ben, available: 5, among: { priority: 'high', count: 2 } },
        'Offered to Ben: longest idle of 2 with high priority among 5 available in Support.',
    ],
    [
        { kind: 'offered_queue', ...ben, available: 5, among: { priority: 'medium', count: 1 } },
        'Offered to Ben: the only one with medium priority among 5 available in Support.',
    ],
    [{ kind: 'offered_queue', ...ben, available: 1 }, 'Offered to Ben: the only one available in Support.'],
    [
        { kind: 'declined', ...ana, after: { then: 'held', until: TONIGHT } },
        'Declined by Ana Silva; held for them until they return, and goes to Support on Tue 02:10.',
    ],
    [
        { kind: 'declined', ...ben, after: { then: 'requeued' } },
        'Declined by Ben; back in Support at its old place.',
    ],
    [
        { kind: 'missed', ...ben, after: { then: 'requeued' } },
        'Missed by Ben; back in Support at its old place.',
    ],
    [
        { kind: 'missed', ...ana, after: { then: 'held', until: TODAY } },
        'Missed by Ana Silva; held for them until they return, and goes to Support today at 18:05.',
    ],
    [
        { kind: 'requeued', queueId: 10, queuedAt: NOW - minutes(20) },
        'Back in Support at its old place: waiting since today at 13:40.',
    ],
    [
        { kind: 'requeued', queueId: 10, queuedAt: NOW - hours(24) },
        'Back in Support at its old place: waiting since Sun 14:00.',
    ],
    [
        { kind: 'withdrawn', agentId: 2, because: 'pulled' },
        'Offer to Ben withdrawn: another agent pulled it.',
    ],
    [{ kind: 'assigned_manually', agentId: 1, byAgentId: 2 }, 'Assigned to Ana Silva by Ben.'],
    [{ kind: 'pulled', ...ben }, 'Pulled from Support by Ben.'],
    [{ kind: 'spam_by_rule', ruleName: 'Casino' }, 'Spam: the rule “Casino” says so.'],
    [{ kind: 'reply_to_owner', agentId: 1 }, 'The reply went to Ana Silva, who is working on it.'],
    [{ kind: 'returned_followup', agentId: 1 }, 'Back with Ana Silva: its follow-up is due.'],
    [{ kind: 'transfer_offered', agentId: 1, byAgentId: 2 }, 'Offered to Ana Silva: Ben transferred it.'],
    [{ kind: 'transfer_offered', agentId: 2, byAgentId: 2 }, 'Offered to Ben: nobody took the transfer.'],
    [
        { kind: 'transfer_held', ...ana, byAgentId: 2, reason: 'busy', until: TODAY },
        'Transferred by Ben: waits for Ana Silva, who is Busy; goes to Support today at 18:05 if they are not free before.',
    ],
    [
        { kind: 'transfer_held', ...ana, byAgentId: 1, reason: 'logged_out', until: TODAY },
        'The transfer is back: waits for Ana Silva, who is Logged Out; goes to Support today at 18:05 if they are not back.',
    ],
    [
        { kind: 'transfer_to_queue', byAgentId: 2, queueId: 10, queuedAt: NOW - minutes(20) },
        'Transferred to Support by Ben, at its old place: waiting since today at 13:40.',
    ],
    [
        {
            kind: 'transfer_to_queue',
            byAgentId: 2,
            queueId: 10,
            queuedAt: NOW - minutes(20),
            opensAt: TONIGHT,
        },
        'Transferred to Support by Ben, at its old place: waiting since today at 13:40; it is closed and opens on Tue 02:10.',
    ],
    [
        { kind: 'transfer_returned', agentId: 1, receiverAgentId: 2, because: 'missed' },
        'Back with Ana Silva: Ben missed the transfer.',
    ],
    [
        { kind: 'marked_spam', byAgentId: 2, reason: ' ', at: NOW - minutes(20) },
        'Spam: marked by Ben today at 13:40.',
    ],
    [
        {
            kind: 'blocked_sender',
            scope: 'domain',
            byAgentId: 2,
            reason: 'Sells lamps.',
            at: NOW - minutes(20),
        },
        "Spam: its sender's domain was blocked by Ben today at 13:40, because: Sells lamps.",
    ],
    [
        { kind: 'declined', ...ben, after: { then: 'returned' } },
        'Declined by Ben; back to who transferred it.',
    ],
    [
        { kind: 'hold_recomputed', ...ana, because: 'hours_changed', before: TODAY, until: TONIGHT },
        'Still held for Ana Silva; goes to Support on Tue 02:10 instead of today at 18:05, since the opening hours were changed.',
    ],
];

describe('explain', () => {
    it.each(CASES)('%j', (record, sentence) => {
        expect(explain(record, reader)).toBe(sentence);
    });

    it('has a case above for every kind', () => {
        const all: Record<RoutingDecisionKind, true> = {
            offered_original: true,
            held: true,
            released_deadline: true,
            released_disabled: true,
            released_left_queue: true,
            queued_new: true,
            queued_no_agent: true,
            offered_queue: true,
            declined: true,
            missed: true,
            requeued: true,
            withdrawn: true,
            assigned_manually: true,
            pulled: true,
            reply_to_owner: true,
            spam_by_rule: true,
            returned_followup: true,
            hold_recomputed: true,
            transfer_offered: true,
            transfer_held: true,
            transfer_to_queue: true,
            transfer_returned: true,
            marked_spam: true,
            blocked_sender: true,
        };
        expect(new Set(CASES.map(([record]) => record.kind))).toEqual(new Set(Object.keys(all)));
    });

    it('counts how long it has been held from one minute on', () => {
        const since = (length: number): string =>
            explain({ ...held, reason: 'busy', since: NOW - length }, reader).split(',')[0] ?? '';
        expect(since(seconds(59) + 999)).toBe('Held for Ana Silva');
        expect(since(minutes(1))).toBe('Held 1 min for Ana Silva');
    });

    it('speaks of times in the zone of whoever reads', () => {
        const inNewYork = explain({ ...held, reason: 'busy' }, { ...reader, timeZone: 'America/New_York' });
        expect(inNewYork).toContain('goes to Support today at 20:10');
    });

    it('says of an offer that was taken who took it, for the same reason', () => {
        const taken = { ...reader, isAccepted: true };
        expect(explain({ kind: 'offered_original', agentId: 1 }, taken)).toBe(
            'Accepted by Ana Silva, who answered this thread before.',
        );
        expect(explain({ kind: 'offered_queue', ...ana, available: 3 }, taken)).toBe(
            'Accepted by Ana Silva: longest idle among 3 available in Support.',
        );
        expect(explain({ kind: 'transfer_offered', ...ana, byAgentId: 2 } as never, taken)).toBe(
            'Accepted by Ana Silva: Ben transferred it.',
        );
    });
});
