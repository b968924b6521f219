import add from '@salesforce/label/c.Patchbay_AdminMailboxAdd';
import connected from '@salesforce/label/c.Patchbay_AdminMailboxStateConnected';
import connecting from '@salesforce/label/c.Patchbay_AdminMailboxStateConnecting';
import deleteConfirm from '@salesforce/label/c.Patchbay_AdminMailboxDeleteConfirm';
import deleteText from '@salesforce/label/c.Patchbay_AdminMailboxDeleteText';
import disable from '@salesforce/label/c.Patchbay_AdminMailboxDisable';
import disabled from '@salesforce/label/c.Patchbay_AdminMailboxStateDisabled';
import edit from '@salesforce/label/c.Patchbay_AdminMailboxEdit';
import empty from '@salesforce/label/c.Patchbay_AdminMailboxesEmpty';
import emptyText from '@salesforce/label/c.Patchbay_AdminMailboxesEmptyText';
import enable from '@salesforce/label/c.Patchbay_AdminMailboxEnable';
import heading from '@salesforce/label/c.Patchbay_AdminMailboxes';
import idle from '@salesforce/label/c.Patchbay_AdminMailboxStateIdle';
import intake from '@salesforce/label/c.Patchbay_AdminMailboxStateIntake';
import lastMail from '@salesforce/label/c.Patchbay_AdminMailboxLastMail';
import nextAttempt from '@salesforce/label/c.Patchbay_AdminMailboxNextAttempt';
import noKey from '@salesforce/label/c.Patchbay_AdminMailboxNoKey';
import noKeyText from '@salesforce/label/c.Patchbay_AdminMailboxNoKeyText';
import noMail from '@salesforce/label/c.Patchbay_AdminMailboxNoMail';
import refused from '@salesforce/label/c.Patchbay_AdminMailboxStateRefused';
import remove from '@salesforce/label/c.Patchbay_AdminMailboxDelete';
import waiting from '@salesforce/label/c.Patchbay_AdminMailboxStateWaiting';

export const labels = {
    add,
    connected,
    connecting,
    deleteConfirm,
    deleteText,
    disable,
    disabled,
    edit,
    empty,
    emptyText,
    enable,
    heading,
    idle,
    intake,
    lastMail,
    nextAttempt,
    noKey,
    noKeyText,
    noMail,
    refused,
    remove,
    waiting,
};
