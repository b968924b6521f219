import { describe, it, expect } from '@jest/globals';
import type { MailKind } from '../vocabulary.ts';
import { decideMailEffects } from './automaticMail.ts';

const quiet = { reopens: false, acknowledges: false, waits: false, queues: false, flagsAgent: false };
const decide = (kind: MailKind, matched: boolean, answersOurAcknowledgement = false) =>
    decideMailEffects({ kind, matched, answersOurAcknowledgement });

describe('decideMailEffects', () => {
    it('lets a person’s reply reopen and wait, and a new mail queue', () => {
        expect(decide('human', true)).toEqual({
            ...quiet,
            place: 'append',
            reopens: true,
            waits: true,
            acknowledges: true,
        });
        expect(decide('human', false)).toEqual({
            ...quiet,
            place: 'new_interaction',
            acknowledges: true,
            queues: true,
        });
    });

    it('works a no-reply notice like any mail, without acknowledgement', () => {
        expect(decide('noreply', true)).toMatchObject({ reopens: true, waits: true, acknowledges: false });
        expect(decide('noreply', false)).toMatchObject({ queues: true, acknowledges: false });
    });

    it.each<MailKind>(['list', 'bulk'])(
        'takes %s mail on a known thread for a reply: somebody answers through a group address',
        (kind) => {
            expect(decide(kind, true)).toMatchObject({ reopens: true, waits: true, acknowledges: false });
        },
    );

    it.each<MailKind>(['auto', 'abuse_report'])('appends %s mail without consequence', (kind) => {
        expect(decide(kind, true)).toEqual({ ...quiet, place: 'append' });
    });

    it('tells the agent about a bounce of what we sent', () => {
        expect(decide('bounce', true)).toEqual({ ...quiet, place: 'append', flagsAgent: true });
    });

    it.each<MailKind>(['auto', 'bounce', 'list', 'bulk', 'abuse_report'])(
        'queues unmatched %s mail and never acknowledges it',
        (kind) => {
            expect(decide(kind, false)).toEqual({ ...quiet, place: 'new_interaction', queues: true });
        },
    );

    it.each<MailKind>(['auto', 'bounce'])('attaches %s mail about our acknowledgement silently', (kind) => {
        expect(decide(kind, true, true)).toEqual({ ...quiet, place: 'attach_silently' });
        expect(decide(kind, false, true)).toEqual({ ...quiet, place: 'attach_silently' });
    });

    it('treats a person’s answer to the acknowledgement as a reply', () => {
        expect(decide('human', true, true)).toMatchObject({ place: 'append', waits: true });
    });
});
