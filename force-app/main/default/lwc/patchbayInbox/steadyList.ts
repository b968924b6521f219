import type { InteractionSummary } from 'c/patchbayProtocol';

/** A row as it stands on the screen; `gone` keeps the place of one that left while the list was held still. */
export interface SteadyRow {
    readonly item: InteractionSummary;
    readonly gone: boolean;
}

export interface SteadyList {
    readonly rows: readonly SteadyRow[];
    /** How many wait behind the "3 new" pill. */
    readonly fresh: number;
}

export const emptyList: SteadyList = { rows: [], fresh: 0 };

/**
 * "Nothing moves under the cursor": while `still`, rows that are shown change in place, those that left keep their
 * place, and new ones only raise the count. Otherwise the list is what the server says.
 */
export function steady(shown: SteadyList, items: readonly InteractionSummary[], still: boolean): SteadyList {
    if (!still) return { rows: items.map((item) => ({ item, gone: false })), fresh: 0 };
    const incoming = new Map(items.map((item) => [item.id, item]));
    const rows = shown.rows.map(({ item }) => {
        const newer = incoming.get(item.id);
        return newer ? { item: newer, gone: false } : { item, gone: true };
    });
    const known = new Set(rows.map(({ item }) => item.id));
    return { rows, fresh: items.filter((item) => !known.has(item.id)).length };
}
