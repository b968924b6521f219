import closePanel from '@salesforce/label/c.Patchbay_ClosePanel';
import contactFeed from '@salesforce/label/c.Patchbay_ContactFeed';
import customer from '@salesforce/label/c.Patchbay_Customer';
import customerEmpty from '@salesforce/label/c.Patchbay_CustomerEmpty';
import customerEmptyText from '@salesforce/label/c.Patchbay_CustomerEmptyText';
import directory from '@salesforce/label/c.Patchbay_Directory';
import transfer from '@salesforce/label/c.Patchbay_Transfer';

export const labels = {
    closePanel,
    contactFeed,
    customer,
    customerEmpty,
    customerEmptyText,
    directory,
    transfer,
};
