import InboxRow from 'c/patchbayInboxRow';
import type { InteractionSummary } from 'c/patchbayProtocol';
import TargetCounts from 'c/patchbayTargetCounts';
import { targetFormOf } from 'c/patchbayTargetForm';
import TargetSettings from 'c/patchbayTargetSettings';
import type { GalleryEntry } from 'host/galleryEntry';
import { interaction } from './interactions';
import { minutes, now, support } from './people';

type Component = GalleryEntry['component'];

const row = (name: string, title: string, left: number): GalleryEntry => {
    const target: InteractionSummary['target'] = {
        kind: 'first_reply',
        dueAt: now + left,
        warnAt: now + left - minutes(15),
    };
    const component = InboxRow as unknown as Component;
    return { name, title, component, props: { item: interaction(1, { target }) }, width: 320 };
};
const form = {
    ...targetFormOf(null),
    cells: { 'all.firstReply': '4h', 'urgent.firstReply': '30m', 'low.resolution': 'soon' },
};
const none = { day: null, queue: support, priority: null };

/** Service targets (R9): each state of a row, what an admin sets and what a lead counts. */
export const targetEntries: readonly GalleryEntry[] = [
    row('row-target', 'Row: reply due', minutes(95)),
    row('row-target-soon', 'Row: due soon', minutes(5)),
    row('row-target-overdue', 'Row: overdue', -minutes(64)),
    {
        name: 'target-settings',
        title: 'Service targets of a queue',
        component: TargetSettings as unknown as Component,
        props: { form },
    },
    {
        name: 'target-counts',
        title: 'Counts of service targets',
        component: TargetCounts as unknown as Component,
        props: {
            counts: [
                { ...none, kind: 'first_reply', met: 120, breached: 4, running: 9 },
                { ...none, kind: 'resolution', met: 88, breached: 0, running: 31 },
            ],
        },
        width: 320,
    },
];
