import { z } from 'zod';
import { id, instant, interactionStatus } from '../primitives.ts';
import {
    feedEntryView,
    interactionDetail,
    interactionSummary,
    meView,
    notificationView,
    offerView,
    presenceView,
    queueCounterView,
} from '../views.ts';
import { page } from './shared.ts';

/** What agents read all day. */
export const WORK_QUERIES = {
    /** All that a screen needs at its start, of one moment; `streamHead` is where to resume from. */
    loadWorkspace: {
        args: z.object({}),
        result: z.object({
            protocolVersion: z.int(),
            serverNow: instant,
            streamHead: z.int(),
            me: meView,
            offers: z.array(offerView),
            mine: z.array(interactionSummary),
            heldForMe: z.array(interactionSummary),
            presence: z.array(presenceView),
            queues: z.array(queueCounterView),
            notifications: z.array(notificationView),
        }),
    },
    listInteractions: {
        args: z.object({
            list: z.enum([
                'mine',
                'held_for_me',
                'queue',
                'with_others',
                'follow_ups',
                'closed',
                'spam',
                'mentions',
                'all',
            ]),
            queueId: id.nullish(),
            status: interactionStatus.nullish(),
            ...page,
        }),
        result: z.object({ items: z.array(interactionSummary), more: z.boolean() }),
    },
    getInteraction: {
        args: z.object({ interactionId: id, showRemote: z.boolean().default(false) }),
        result: interactionDetail,
    },
    getContactFeed: {
        args: z.object({ interactionId: id, ...page }),
        result: z.object({ items: z.array(feedEntryView), more: z.boolean() }),
    },
    listPresence: { args: z.object({}), result: z.object({ items: z.array(presenceView) }) },
    listNotifications: {
        args: z.object(page),
        result: z.object({ items: z.array(notificationView), more: z.boolean() }),
    },
} as const;
