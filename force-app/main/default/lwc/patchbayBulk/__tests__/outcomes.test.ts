import { interaction } from '../../../../../../local-org/gallery/interactions';
import { support, title } from '../../../../../../local-org/gallery/people';
import { noteSettingFor, sharedOutcomes, type QueueChoices } from '../outcomes';

const choices: QueueChoices[] = [
    {
        queue: support,
        transferNote: 'optional',
        dispositions: [
            { id: 5, label: 'Refunded' },
            { id: 1, label: 'Solved' },
        ],
    },
    {
        queue: title,
        transferNote: 'required',
        dispositions: [
            { id: 8, label: 'solved' },
            { id: 1, label: 'Solved' },
        ],
    },
    {
        queue: { id: 9, name: 'Else' },
        transferNote: 'required',
        dispositions: [{ id: 9, label: 'Elsewhere' }],
    },
];
const ofSupport = interaction(1);
const ofTitle = interaction(2, { queue: title });

it('offers each outcome once for all queues, those that fit most first, a queue’s own before all queues’', () => {
    const shared = sharedOutcomes([ofSupport, ofTitle], choices);
    expect(shared.map(({ name, label }) => [name, label])).toEqual([
        ['Solved', 'Solved'],
        ['Refunded', 'c.Patchbay_BulkOutcomeFor'],
    ]);
    expect([...(shared[0]?.byQueue ?? [])]).toEqual([
        [1, 1],
        [2, 8],
    ]);
});

it('asks for a note where one of the queues does', () => {
    expect(noteSettingFor([ofSupport], choices)).toBe('optional');
    expect(noteSettingFor([ofSupport, ofTitle], choices)).toBe('required');
});
