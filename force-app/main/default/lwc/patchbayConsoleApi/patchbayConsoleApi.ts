import { focusTab, getFocusedTabInfo, openTab } from 'lightning/platformWorkspaceApi';
import { minimize, open, updateUtility } from 'lightning/platformUtilityBarApi';

/**
 * The only module that speaks to the Lightning console. Outside a console app (a plain app, a community) the
 * platform rejects these calls; nothing here is worth an error, so each answers whether it worked.
 */
async function attempt(call: Promise<unknown>): Promise<boolean> {
    try {
        return (await call) !== false;
    } catch {
        return false;
    }
}

/** Opens a record as a workspace tab, or focuses the one that shows it (screen pop, W2). */
export function openRecord(recordId: string, inFront = true): Promise<boolean> {
    return attempt(openTab({ recordId, focus: inFront }));
}

/** Opens any page of the org or an outside address as a workspace tab. */
export function openUrl(url: string, label: string): Promise<boolean> {
    return attempt(openTab({ url, label, focus: true }));
}

/** Focuses a tab whose id an earlier call or the component's own EnclosingTabId gave. */
export function focusTabWithId(tabId: string): Promise<boolean> {
    return attempt(focusTab(tabId));
}

/** @returns null outside a console */
export async function focusedTab(): Promise<string | null> {
    try {
        return (await getFocusedTabInfo()).tabId;
    } catch {
        return null;
    }
}

/** Where a component sits in the utility bar, @wire(EnclosingUtilityId) gives its id; elsewhere it is undefined. */
export function openUtility(utilityId: string | undefined): Promise<boolean> {
    return utilityId === undefined ? Promise.resolve(false) : attempt(open(utilityId, { autoFocus: true }));
}

export function minimizeUtility(utilityId: string | undefined): Promise<boolean> {
    return utilityId === undefined ? Promise.resolve(false) : attempt(minimize(utilityId));
}

/** "Collapsed, the utility's label carries the count and highlights on an offer." */
export function showInUtilityBar(
    utilityId: string | undefined,
    attributes: { label?: string; icon?: string; highlighted?: boolean },
): Promise<boolean> {
    return utilityId === undefined ? Promise.resolve(false) : attempt(updateUtility(utilityId, attributes));
}
