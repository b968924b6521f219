import type { InteractionDetail } from 'c/patchbayProtocol';
import { labels } from './labels';

export interface HeaderButton {
    action: string;
    label: string;
    title: string;
    className: string;
}
export interface MenuItem {
    action: string;
    label: string;
    icon: string;
}

const brand = (action: string, label: string, title: string): HeaderButton => ({
    action,
    label,
    title,
    className: 'slds-button slds-button_brand',
});
const neutral = (action: string, label: string, title: string): HeaderButton => ({
    action,
    label,
    title,
    className: 'slds-button slds-button_neutral',
});

/** "One primary action per state, where the eye already is." While one writes it is the composer's Send. */
export function buttonsOf(detail: InteractionDetail, canAccept: boolean): HeaderButton[] {
    const { can, summary } = detail;
    const buttons: HeaderButton[] = [];
    if (canAccept) buttons.push(brand('accept', labels.accept, labels.acceptHint));
    else if (can.pull.allowed) buttons.push(brand('take', labels.take, labels.takeHint));
    else if (can.dismiss.allowed) {
        // Nothing waits any more: leaving the inbox is what is left to do, in wrap-up above all.
        const button = summary.wrapUp ? brand : neutral;
        buttons.push(button('dismiss', labels.dismiss, labels.dismissHint));
    }
    if (can.reply.allowed) buttons.push(neutral('reply', labels.reply, labels.replyHint));
    if (can.transfer.allowed && summary.routing.state === 'assigned')
        buttons.push(neutral('transfer', labels.transfer, labels.transferHint));
    buttons.push(neutral('note', labels.note, labels.noteKeyHint));
    if (can.close.allowed) buttons.push(neutral('close', labels.closeInteraction, labels.closeHint));
    return buttons;
}

/** What is possible besides; my own interaction also lists what is not possible now, and says why when chosen. */
export function menuOf(detail: InteractionDetail, isMine: boolean): MenuItem[] {
    const { can, summary } = detail;
    const worked = isMine && summary.status !== 'closed';
    const items: MenuItem[] = [];
    if (can.setPending.allowed || worked)
        items.push({ action: 'pending', label: labels.menuPending, icon: 'utility:clock' });
    if (summary.status === 'resolved' || summary.status === 'closed')
        items.push({ action: 'reopen', label: labels.menuReopen, icon: 'utility:undo' });
    else if (can.resolve.allowed || worked)
        items.push({ action: 'resolve', label: labels.menuResolve, icon: 'utility:check' });
    if (can.transfer.allowed && summary.routing.state !== 'assigned')
        items.push({ action: 'transfer', label: labels.menuTransfer, icon: 'utility:change_owner' });
    if (can.setPriority.allowed)
        items.push({ action: 'priority', label: labels.menuPriority, icon: 'utility:priority' });
    if (worked) items.push({ action: 'return', label: labels.menuReturn, icon: 'utility:back' });
    if (worked) items.push({ action: 'macros', label: labels.menuMacros, icon: 'utility:macros' });
    if (can.merge.allowed && worked)
        items.push({ action: 'merge', label: labels.menuMerge, icon: 'utility:merge' });
    if (can.assign.allowed)
        items.push({ action: 'assign', label: labels.menuAssign, icon: 'utility:change_owner' });
    return [...items, ...spamItemsOf(detail)];
}

/** E12. Whoever may not release reads whom to ask. */
function spamItemsOf({ can, spam }: InteractionDetail): MenuItem[] {
    const items: MenuItem[] = [];
    if (spam) items.push({ action: 'releaseSpam', label: labels.menuReleaseSpam, icon: 'utility:undo' });
    if (can.markSpam.allowed)
        items.push({ action: 'markSpam', label: labels.menuMarkSpam, icon: 'utility:ban' });
    if (spam || can.markSpam.allowed)
        items.push({ action: 'blockSender', label: labels.menuBlockSender, icon: 'utility:block_visitor' });
    return items;
}
