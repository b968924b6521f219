import { tellHost } from '../../hostEvents';
import { wireAdapter } from '../../wire';

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-platformworkspaceapi.html */
interface TabOptions {
    recordId?: string;
    url?: string;
    label?: string;
    focus?: boolean;
}

const WORKSPACE_TAB = 'workspace';
export const IsConsoleNavigation = wireAdapter((_config, emit) => emit(true));
export const EnclosingTabId = wireAdapter((_config, emit) => emit(WORKSPACE_TAB));

export function openTab({ recordId, url, label, focus }: TabOptions): Promise<string> {
    const tabId = `tab:${recordId ?? url ?? ''}`;
    tellHost('openTab', {
        tabId,
        recordId: recordId ?? null,
        url: url ?? null,
        label: label ?? null,
        focus: focus ?? false,
    });
    return Promise.resolve(tabId);
}

/** The host page has no second level of tabs: a subtab opens beside its parent. */
export const openSubtab = (_parentTabId: string, options: TabOptions): Promise<string> => openTab(options);

export function focusTab(tabId: string): Promise<boolean> {
    tellHost('focusTab', { tabId });
    return Promise.resolve(true);
}

export function closeTab(tabId: string): Promise<boolean> {
    tellHost('closeTab', { tabId });
    return Promise.resolve(true);
}

export function setTabLabel(tabId: string, label: string): Promise<object> {
    tellHost('labelTab', { tabId, label });
    return Promise.resolve({ tabId, label });
}

export const getFocusedTabInfo = (): Promise<{ tabId: string }> => Promise.resolve({ tabId: WORKSPACE_TAB });
