import type { MeView } from 'c/patchbayProtocol';
import blocked from '@salesforce/label/c.Patchbay_AdminBlocked';
import contentRules from '@salesforce/label/c.Patchbay_AdminContentRules';
import mailboxes from '@salesforce/label/c.Patchbay_AdminMailboxes';
import macros from '@salesforce/label/c.Patchbay_MacrosKept';
import pauseReasons from '@salesforce/label/c.Patchbay_AdminPauseReasons';
import quickReplies from '@salesforce/label/c.Patchbay_QuickRepliesKept';
import queues from '@salesforce/label/c.Patchbay_AdminQueues';
import outbox from '@salesforce/label/c.Patchbay_AdminOutbox';
import tags from '@salesforce/label/c.Patchbay_AdminTags';
import quarantine from '@salesforce/label/c.Patchbay_AdminQuarantine';

/**
 * What the administration consists of, in the order of the navigation. A section is a component
 * `c-patchbay-admin-<name>`; three lines add one: its label and its row here, and in the component's template
 * `<c-patchbay-admin-<name> lwc:if={shown.<name>}></c-patchbay-admin-<name>>`.
 */
export const SECTIONS = [
    { name: 'mailboxes', label: mailboxes, icon: 'utility:email' },
    { name: 'queues', label: queues, icon: 'utility:groups' },
    { name: 'contentRules', label: contentRules, icon: 'utility:rules' },
    { name: 'pauseReasons', label: pauseReasons, icon: 'utility:pause' },
    { name: 'quarantine', label: quarantine, icon: 'utility:shield' },
    { name: 'blocked', label: blocked, icon: 'utility:block_visitor', forManagers: true },
    { name: 'outbox', label: outbox, icon: 'utility:send' },
    { name: 'quickReplies', label: quickReplies, icon: 'utility:quick_text' },
    { name: 'tags', label: tags, icon: 'utility:labels' },
    { name: 'macros', label: macros, icon: 'utility:macros' },
] as const satisfies readonly Section[];

/** What is there for this role; nothing for agents. */
export function sectionsFor(role: MeView['role'] | undefined): readonly Section[] {
    if (role === 'admin') return SECTIONS;
    return role === 'manager' ? SECTIONS.filter((section: Section) => section.forManagers) : [];
}

export interface Section {
    readonly name: string;
    readonly label: string;
    readonly icon: string;
    /** Managers see it as well; the server says the same. */
    readonly forManagers?: boolean;
}
