import { expect, it } from '@jest/globals';
import { decideAnswerable } from './answering.ts';

const theirs = { direction: 'inbound', kind: 'message', deliveryState: null } as const;
const ours = { direction: 'outbound', kind: 'message', deliveryState: 'sent' } as const;

it('answers what people wrote, the customer or we', () => {
    for (const mail of [theirs, ours, { ...ours, deliveryState: 'failed' as const }])
        expect(decideAnswerable(mail)).toEqual({ allowed: true });
});

it('answers nothing that a machine wrote', () => {
    for (const kind of ['acknowledgement', 'automatic'] as const)
        for (const mail of [theirs, ours])
            expect(decideAnswerable({ ...mail, kind })).toMatchObject({ allowed: false });
});

it('answers nothing of ours that has not left', () => {
    expect(decideAnswerable({ ...ours, deliveryState: 'waiting' })).toMatchObject({
        allowed: false,
        reason: 'This mail has not left yet.',
    });
});
