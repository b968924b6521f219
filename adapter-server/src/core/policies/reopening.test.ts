import { describe, it, expect } from '@jest/globals';
import type { InteractionStatus } from '../vocabulary.ts';
import { statusAfterCustomerMessage } from './reopening.ts';

describe('statusAfterCustomerMessage', () => {
    it.each<[InteractionStatus, InteractionStatus]>([
        ['new', 'new'],
        ['open', 'open'],
        ['pending', 'open'],
        ['resolved', 'open'],
        ['closed', 'open'],
    ])('%s becomes %s', (before, after) => {
        expect(statusAfterCustomerMessage(before)).toBe(after);
    });
});
