/** The tabs of the workspace area. Patchbay's own come first and stay. */
export interface Tab {
    readonly id: string;
    readonly label: string;
    /** Null for Patchbay's own. */
    readonly recordId: string | null;
}
export interface Tabs {
    readonly list: readonly Tab[];
    readonly focused: string;
}

const WORKSPACE: Tab = { id: 'workspace', label: 'Patchbay', recordId: null };
const ADMINISTRATION: Tab = { id: 'administration', label: 'Administration', recordId: null };
const OWN: readonly Tab[] = [WORKSPACE, ADMINISTRATION];
export const firstTabs: Tabs = { list: OWN, focused: WORKSPACE.id };

export function openTab(tabs: Tabs, tab: Tab, focus: boolean): Tabs {
    const known = tabs.list.some(({ id }) => id === tab.id);
    return { list: known ? tabs.list : [...tabs.list, tab], focused: focus ? tab.id : tabs.focused };
}

export function focusTab(tabs: Tabs, id: string): Tabs {
    return tabs.list.some((tab) => tab.id === id) ? { ...tabs, focused: id } : tabs;
}

export function closeTab(tabs: Tabs, id: string): Tabs {
    if (OWN.some((tab) => tab.id === id)) return tabs;
    const list = tabs.list.filter((tab) => tab.id !== id);
    return { list, focused: tabs.focused === id ? WORKSPACE.id : tabs.focused };
}

export function labelTab(tabs: Tabs, id: string, label: string): Tabs {
    return { ...tabs, list: tabs.list.map((tab) => (tab.id === id ? { ...tab, label } : tab)) };
}
