/** Platform modules that neither lwc nor a package types well: only what is used here. */
declare module 'lightning/messageService' {
    import type { WireAdapterConstructor } from 'lwc';
    export interface MessageSubscription {
        readonly __brand: 'MessageSubscription';
    }
    export interface MessageChannel<M> {
        readonly __message?: M;
    }
    export const APPLICATION_SCOPE: symbol;
    export const MessageContext: WireAdapterConstructor<Record<string, never>, object>;
    export function publish<M>(context: object, channel: MessageChannel<M>, message: M): void;
    export function subscribe<M>(
        context: object,
        channel: MessageChannel<M>,
        listener: (message: M) => void,
        options?: { scope?: symbol },
    ): MessageSubscription;
    export function unsubscribe(subscription: MessageSubscription | null): void;
}
declare module 'lightning/platformShowToastEvent' {
    export interface ToastConfig {
        title: string;
        message?: string;
        variant?: 'info' | 'success' | 'warning' | 'error';
        mode?: 'dismissible' | 'pester' | 'sticky';
    }
    export class ShowToastEvent extends CustomEvent<ToastConfig> {
        constructor(toast: ToastConfig);
    }
}
declare module 'lightning/platformResourceLoader' {
    import type { LightningElement } from 'lwc';
    export function loadScript(self: LightningElement, url: string): Promise<void>;
    export function loadStyle(self: LightningElement, url: string): Promise<void>;
}
declare module 'lightning/platformUtilityBarApi' {
    import type { WireAdapterConstructor } from 'lwc';
    interface Attributes {
        label?: string;
        icon?: string;
        highlighted?: boolean;
    }
    export const EnclosingUtilityId: WireAdapterConstructor<Record<string, never>, string | undefined>;
    export function open(utilityId: string, options?: { autoFocus?: boolean }): Promise<boolean>;
    export function minimize(utilityId: string): Promise<boolean>;
    export function updateUtility(utilityId: string, attributes: Attributes): Promise<boolean>;
    export function updatePanel(
        utilityId: string,
        attributes: { label?: string; icon?: string; width?: number; height?: number },
    ): Promise<boolean>;
}
declare module 'lightning/platformWorkspaceApi' {
    import type { WireAdapterConstructor } from 'lwc';
    interface TabOptions {
        recordId?: string;
        url?: string;
        focus?: boolean;
        label?: string;
    }
    export const IsConsoleNavigation: WireAdapterConstructor<Record<string, never>, boolean>;
    export const EnclosingTabId: WireAdapterConstructor<Record<string, never>, string | undefined>;
    export function openTab(options: TabOptions): Promise<string>;
    export function openSubtab(parentTabId: string, options: TabOptions): Promise<string>;
    export function focusTab(tabId: string): Promise<boolean>;
    export function closeTab(tabId: string): Promise<boolean>;
    export function setTabLabel(tabId: string, label: string): Promise<object>;
    export function getFocusedTabInfo(): Promise<{ tabId: string }>;
}
declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';
    export interface PageReference {
        type: string;
        attributes: Record<string, string | undefined>;
        state?: Record<string, string | undefined>;
    }
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, PageReference>;
    const Navigate: unique symbol;
    const GenerateUrl: unique symbol;
    interface Navigable {
        [Navigate](page: PageReference, replace?: boolean): void;
        [GenerateUrl](page: PageReference): Promise<string>;
    }
    interface NavigationMixinFunction {
        (base: typeof LightningElement): new () => LightningElement & Navigable;
        readonly Navigate: typeof Navigate;
        readonly GenerateUrl: typeof GenerateUrl;
    }
    export const NavigationMixin: NavigationMixinFunction;
}
declare module 'lightning/uiRecordApi' {
    import type { WireAdapterConstructor } from 'lwc';
    export interface FieldReference {
        readonly objectApiName: string;
        readonly fieldApiName: string;
    }
    export interface RecordData {
        id: string;
        apiName: string;
        fields: Record<string, { value: unknown; displayValue: string | null }>;
    }
    export interface WireResult<T> {
        data?: T;
        error?: { body?: { message: string } };
    }
    export const getRecord: WireAdapterConstructor<
        { recordId?: string; fields: readonly (string | FieldReference)[] },
        WireResult<RecordData>
    >;
    export function getFieldValue(record: RecordData | undefined, field: string | FieldReference): unknown;
}
declare module '@salesforce/user/Id' {
    const id: string;
    export default id;
}
declare module '@salesforce/i18n/*' {
    const value: string;
    export default value;
}
