/** Which rows are selected, and from where a range begins. */
export interface Selection {
    readonly ids: ReadonlySet<number>;
    readonly anchor: number | null;
}
export const nothingSelected: Selection = { ids: new Set(), anchor: null };

/** @param order as the rows stand, for a range from the last one that was selected */
export function selecting(
    { ids, anchor }: Selection,
    id: number,
    order: readonly number[],
    isRange: boolean,
): Selection {
    const from = anchor === null ? -1 : order.indexOf(anchor);
    const to = order.indexOf(id);
    if (isRange && from !== -1 && to !== -1) {
        const between = order.slice(Math.min(from, to), Math.max(from, to) + 1);
        return { ids: new Set([...ids, ...between]), anchor };
    }
    const next = new Set(ids);
    if (!next.delete(id)) next.add(id);
    return { ids: next, anchor: id };
}

/** What has left the lists is selected no more. */
export function stillThere(selection: Selection, shown: readonly number[]): Selection {
    const there = new Set(shown);
    if ([...selection.ids].every((id) => there.has(id))) return selection;
    return { ...selection, ids: new Set([...selection.ids].filter((id) => there.has(id))) };
}
