/** Who looks at which interaction. The server tells of one at a time: the last that was opened. */
export interface Watches {
    add(interactionId: number, onChange: () => void): () => void;
    /** Tells the watchers of one interaction, or of all. */
    changed(interactionId?: number): void;
    /** What the server should be watching for this page. */
    readonly current: number | null;
}

export function createWatches(onCurrent: (interactionId: number | null) => void): Watches {
    let open: { interactionId: number; onChange: () => void }[] = [];
    const current = (): number | null => open.at(-1)?.interactionId ?? null;

    function update(next: typeof open): void {
        const before = current();
        open = next;
        if (current() !== before) onCurrent(current());
    }

    return {
        get current() {
            return current();
        },
        add(interactionId, onChange) {
            const watch = { interactionId, onChange };
            update([...open, watch]);
            return () => update(open.filter((one) => one !== watch));
        },
        changed(interactionId) {
            for (const watch of open)
                if (interactionId === undefined || watch.interactionId === interactionId) watch.onChange();
        },
    };
}
