import { LightningElement } from 'lwc';
import { onHostEvent } from '../../../stubs/hostEvents';
import { applyScheme, chosenScheme, nextScheme, type Scheme } from '../../scheme';
import { closeTab, firstTabs, focusTab, labelTab, openTab, type Tabs } from './tabs';

const OPEN_KEY = 'patchbay.utilityOpen';
const POPUP = 'popup,width=400,height=640';

function openAtStart(): boolean {
    const asked = new URLSearchParams(window.location.search).get('utility');
    return asked === null ? localStorage.getItem(OPEN_KEY) === 'true' : asked === 'open';
}

/** A Lightning console as an agent knows it: header, tabs, workspace, utility bar. The utility is loaded at start. */
export default class ServiceConsole extends LightningElement {
    open = openAtStart();
    state: Tabs = firstTabs;
    scheme: Scheme = chosenScheme();
    utilityLabel = 'Patchbay';
    utilityIcon = 'call';
    highlighted = false;
    administrationSeen = false;

    get tabs() {
        return this.state.list.map((tab) => {
            const focused = tab.id === this.state.focused;
            return {
                ...tab,
                isWorkspace: tab.id === 'workspace',
                // Once looked at, it stays as it is; before, it asks the server nothing.
                isAdministration: tab.id === 'administration' && this.administrationSeen,
                isRecord: tab.recordId !== null,
                closable: tab.recordId !== null,
                closeText: `Close ${tab.label}`,
                selected: String(focused),
                className: focused ? 'host-tab host-tab_focused' : 'host-tab',
                panelClassName: focused ? 'host-panel-of-tab' : 'host-panel-of-tab slds-hide',
            };
        });
    }
    get utilityIconName(): string {
        return `utility:${this.utilityIcon}`;
    }
    get utilityExpanded(): string {
        return String(this.open);
    }
    get utilityClassName(): string {
        return this.highlighted ? 'host-utility host-utility_highlighted' : 'host-utility';
    }
    get panelClassName(): string {
        return this.open ? 'host-utility-panel' : 'host-utility-panel host-utility-panel_minimized';
    }

    connectedCallback(): void {
        onHostEvent('openTab', ({ tabId, recordId, url, label, focus }) => {
            const tab = {
                id: tabId,
                label: label ?? recordId ?? url ?? tabId,
                recordId: recordId ?? url ?? '',
            };
            this.state = openTab(this.state, tab, focus);
        });
        onHostEvent('navigate', ({ attributes }) => {
            const recordId = attributes.recordId;
            if (recordId === undefined) return;
            this.state = openTab(this.state, { id: `tab:${recordId}`, label: recordId, recordId }, true);
        });
        onHostEvent('focusTab', ({ tabId }) => (this.state = focusTab(this.state, tabId)));
        onHostEvent('closeTab', ({ tabId }) => (this.state = closeTab(this.state, tabId)));
        onHostEvent('labelTab', ({ tabId, label }) => (this.state = labelTab(this.state, tabId, label)));
        onHostEvent('openUtility', () => this.setOpen(true));
        onHostEvent('minimizeUtility', () => this.setOpen(false));
        onHostEvent('updateUtility', ({ label, icon, highlighted }) => {
            this.utilityLabel = label ?? this.utilityLabel;
            this.utilityIcon = icon ?? this.utilityIcon;
            this.highlighted = highlighted ?? this.highlighted;
        });
    }

    setOpen(open: boolean): void {
        this.open = open;
        localStorage.setItem(OPEN_KEY, String(open));
    }

    handleUtility(): void {
        this.setOpen(!this.open);
    }
    /** W4: the docked panel goes on beside the window; presence and calls are the server's, not the tab's. */
    handlePopOut(): void {
        if (window.open('/console/?view=utility', 'patchbay-utility', POPUP) !== null) this.setOpen(false);
    }
    handleScheme(): void {
        this.scheme = nextScheme(this.scheme);
        applyScheme(this.scheme);
    }
    handleTab(event: Event): void {
        this.state = focusTab(this.state, (event.currentTarget as HTMLElement).dataset.id ?? '');
        if (this.state.focused === 'administration') this.administrationSeen = true;
    }
    handleTabClose(event: Event): void {
        this.state = closeTab(this.state, (event.currentTarget as HTMLElement).dataset.id ?? '');
    }
}
