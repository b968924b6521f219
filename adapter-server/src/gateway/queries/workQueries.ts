import { PROTOCOL_VERSION } from '../../protocol/primitives.ts';
import { readContactFeed } from '../../queries/contactFeed.ts';
import { readInteractionDetail } from '../../queries/interactionDetail.ts';
import { listNotifications, readPresence } from '../../queries/lists.ts';
import { listInteractions } from '../../queries/summaries.ts';
import { seesCounters, sightOf } from '../../queries/viewer.ts';
import { loadWorkspace } from '../../queries/workspace.ts';
import { presentFeedEntry } from '../presenters/feed.ts';
import { presentDetail } from '../presenters/interactionDetail.ts';
import { presentOffer, presentSummary } from '../presenters/interactionSummary.ts';
import { presentCounter, presentMe, presentNotification, presentPresence } from '../presenters/people.ts';
import { pageArgs, type QueryHandlers } from './queryHandlers.ts';

type WorkQuery =
    | 'loadWorkspace'
    | 'listInteractions'
    | 'getInteraction'
    | 'getContactFeed'
    | 'listPresence'
    | 'listNotifications';

/** What agents read all day. */
export const workQueries: Pick<QueryHandlers, WorkQuery> = {
    async loadWorkspace({ tx, viewer, now }) {
        const rows = await loadWorkspace(tx, viewer);
        if (!rows) return null;
        const showing = { names: rows.names, viewer, now };
        return {
            protocolVersion: PROTOCOL_VERSION,
            serverNow: now,
            streamHead: rows.streamHead,
            me: presentMe(rows, viewer, now),
            offers: rows.offers.map((offer) => presentOffer(offer, showing)),
            mine: rows.mine.map((row) => presentSummary(row, showing)),
            heldForMe: rows.heldForMe.map((row) => presentSummary(row, showing)),
            presence: rows.presence.map(presentPresence),
            queues: rows.counters.filter((row) => seesCounters(viewer, row.queueId)).map(presentCounter),
            notifications: rows.notifications.map(presentNotification),
        };
    },

    async listInteractions({ tx, viewer, now }, args) {
        const filter = { ...pageArgs(args), queueId: args.queueId ?? null, status: args.status ?? null };
        const page = await listInteractions(tx, args.list, sightOf(viewer), filter);
        const showing = { names: page.names, viewer, now };
        return { items: page.rows.map((row) => presentSummary(row, showing)), more: page.more };
    },

    async getInteraction({ tx, viewer, now, display, inlineUrl }, { interactionId, showRemote }) {
        const rows = await readInteractionDetail(tx, interactionId, viewer.agentId, display.holdsFirstSlice);
        return rows && presentDetail(rows, viewer, { viewer, now, display, inlineUrl, showRemote });
    },

    async getContactFeed({ tx, viewer, now }, args) {
        const page = await readContactFeed(tx, viewer, args.interactionId, pageArgs(args));
        if (!page) return null;
        const showing = { names: page.names, viewer, now };
        return { items: page.rows.map((row) => presentFeedEntry(row, showing)), more: page.more };
    },

    async listPresence({ tx }) {
        return { items: (await readPresence(tx)).map(presentPresence) };
    },

    async listNotifications({ tx, viewer }, args) {
        const page = await listNotifications(tx, viewer.agentId, pageArgs(args));
        return { items: page.rows.map(presentNotification), more: page.more };
    },
};
