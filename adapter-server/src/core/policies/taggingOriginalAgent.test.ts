import { describe, it, expect } from '@jest/globals';
import type { Presence } from '../vocabulary.ts';
import { decideThreadOfAnother, noteTaggingOriginalAgent } from './taggingOriginalAgent.ts';
import type { TaggingFacts, ThreadOfAnother } from './taggingOriginalAgent.ts';

describe('decideThreadOfAnother', () => {
    it.each<[Presence, ThreadOfAnother]>([
        ['available', 'transfer'],
        ['busy', 'transfer'],
        ['unavailable', 'tag'],
        ['logged_out', 'tag'],
    ])('another agent who is %s: %s', (presence, duty) => {
        expect(decideThreadOfAnother(1, { agentId: 2, presence })).toBe(duty);
        expect(decideThreadOfAnother(2, { agentId: 2, presence })).toBe('none');
    });

    it('asks nothing where nobody has answered yet', () => {
        expect(decideThreadOfAnother(1, null)).toBe('none');
    });
});

describe('noteTaggingOriginalAgent', () => {
    const facts: TaggingFacts = {
        agentName: 'Ben Okoro',
        originalName: 'Ana Silva',
        originalPresence: 'unavailable',
        customerName: 'Maria Lopez',
        subject: 'Invoice 12',
    };

    it('tags the original agent and says who wrote, on what, and who answered', () => {
        expect(noteTaggingOriginalAgent(facts)).toBe(
            '@Ana Silva: Maria Lopez wrote on "Invoice 12" while you were Unavailable; Ben Okoro has replied.',
        );
    });

    it('does without a name or a subject', () => {
        const bare = { ...facts, originalPresence: 'logged_out' as const, customerName: null, subject: ' ' };
        expect(noteTaggingOriginalAgent(bare)).toBe(
            '@Ana Silva: the customer wrote on your thread while you were Logged Out; Ben Okoro has replied.',
        );
    });
});
