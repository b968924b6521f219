/** What the stubs of platform modules tell the host page. One place names them, so that both sides agree. */
export interface HostEvents {
    openTab: {
        tabId: string;
        recordId: string | null;
        url: string | null;
        label: string | null;
        focus: boolean;
    };
    focusTab: { tabId: string };
    closeTab: { tabId: string };
    labelTab: { tabId: string; label: string };
    openUtility: object;
    minimizeUtility: object;
    updateUtility: { label?: string; icon?: string; highlighted?: boolean };
    navigate: { type: string; attributes: Record<string, string | undefined> };
}

const nameOf = (kind: keyof HostEvents): string => `patchbay-host:${kind}`;

export function tellHost<K extends keyof HostEvents>(kind: K, detail: HostEvents[K]): void {
    window.dispatchEvent(new CustomEvent(nameOf(kind), { detail }));
}

/** @returns what stops listening */
export function onHostEvent<K extends keyof HostEvents>(
    kind: K,
    listener: (detail: HostEvents[K]) => void,
): () => void {
    const handle = (event: Event): void => listener((event as CustomEvent<HostEvents[K]>).detail);
    window.addEventListener(nameOf(kind), handle);
    return () => window.removeEventListener(nameOf(kind), handle);
}
