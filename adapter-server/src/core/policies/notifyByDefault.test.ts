import { describe, expect, it } from '@jest/globals';
import { notifyByDefault } from './notifyByDefault.ts';

describe('notifyByDefault', () => {
    it('sounds and shows offers, mentions, follow-ups due and missed, and nothing else', () => {
        const both = { sound: true, desktop: true };
        expect(notifyByDefault()).toEqual({ offer: both, mention: both, follow_up: both, missed: both });
    });
});
