import assign from '@salesforce/label/c.Patchbay_BulkAssign';
import bulk from '@salesforce/label/c.Patchbay_Bulk';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import clear from '@salesforce/label/c.Patchbay_BulkClear';
import close from '@salesforce/label/c.Patchbay_BulkClose';
import dismiss from '@salesforce/label/c.Patchbay_BulkDismiss';
import dismissThese from '@salesforce/label/c.Patchbay_BulkDismissThese';
import done from '@salesforce/label/c.Patchbay_BulkDone';
import doneRefused from '@salesforce/label/c.Patchbay_BulkDoneRefused';
import goOn from '@salesforce/label/c.Patchbay_BulkGoOn';
import interrupted from '@salesforce/label/c.Patchbay_BulkInterrupted';
import left from '@salesforce/label/c.Patchbay_BulkLeft';
import notTried from '@salesforce/label/c.Patchbay_BulkNotTried';
import offline from '@salesforce/label/c.Patchbay_BulkOffline';
import outcomeFor from '@salesforce/label/c.Patchbay_BulkOutcomeFor';
import outcomeMissing from '@salesforce/label/c.Patchbay_BulkOutcomeMissing';
import outcomeNext from '@salesforce/label/c.Patchbay_BulkOutcomeNext';
import pending from '@salesforce/label/c.Patchbay_BulkPending';
import progress from '@salesforce/label/c.Patchbay_BulkProgress';
import refusedOpen from '@salesforce/label/c.Patchbay_BulkRefusedOpen';
import report from '@salesforce/label/c.Patchbay_BulkReport';
import resolve from '@salesforce/label/c.Patchbay_BulkResolve';
import returnHint from '@salesforce/label/c.Patchbay_BulkReturnHint';
import returned from '@salesforce/label/c.Patchbay_BulkReturn';
import selectAll from '@salesforce/label/c.Patchbay_BulkSelectAll';
import selected from '@salesforce/label/c.Patchbay_BulkSelected';
import spam from '@salesforce/label/c.Patchbay_BulkSpam';
import stop from '@salesforce/label/c.Patchbay_BulkStop';
import stopping from '@salesforce/label/c.Patchbay_BulkStopping';
import tag from '@salesforce/label/c.Patchbay_BulkTag';
import tagAdd from '@salesforce/label/c.Patchbay_BulkTagAdd';
import tagRemove from '@salesforce/label/c.Patchbay_BulkTagRemove';
import tagTitle from '@salesforce/label/c.Patchbay_BulkTagTitle';
import transfer from '@salesforce/label/c.Patchbay_BulkTransfer';
import untag from '@salesforce/label/c.Patchbay_BulkUntag';
import wasDone from '@salesforce/label/c.Patchbay_BulkWasDone';
import dismissMessage from '@salesforce/label/c.Patchbay_DismissMessage';

export const labels = {
    assign,
    bulk,
    cancel,
    clear,
    close,
    dismiss,
    dismissMessage,
    dismissThese,
    done,
    doneRefused,
    goOn,
    interrupted,
    left,
    notTried,
    offline,
    outcomeFor,
    outcomeMissing,
    outcomeNext,
    pending,
    progress,
    refusedOpen,
    report,
    resolve,
    return: returned,
    returnHint,
    selectAll,
    selected,
    spam,
    stop,
    stopping,
    tag,
    tagAdd,
    tagRemove,
    tagTitle,
    transfer,
    untag,
    wasDone,
};
