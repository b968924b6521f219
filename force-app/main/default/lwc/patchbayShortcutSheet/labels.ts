import closePanel from '@salesforce/label/c.Patchbay_ClosePanel';
import keyAccept from '@salesforce/label/c.Patchbay_KeyAccept';
import keyBack from '@salesforce/label/c.Patchbay_KeyBack';
import keyClose from '@salesforce/label/c.Patchbay_KeyClose';
import keyNext from '@salesforce/label/c.Patchbay_KeyNext';
import keyNote from '@salesforce/label/c.Patchbay_KeyNote';
import keyOpen from '@salesforce/label/c.Patchbay_KeyOpen';
import keyPrevious from '@salesforce/label/c.Patchbay_KeyPrevious';
import keyReply from '@salesforce/label/c.Patchbay_KeyReply';
import keySend from '@salesforce/label/c.Patchbay_KeySend';
import keySheet from '@salesforce/label/c.Patchbay_KeySheet';
import keyTransfer from '@salesforce/label/c.Patchbay_KeyTransfer';
import shortcuts from '@salesforce/label/c.Patchbay_Shortcuts';

export const labels = {
    closePanel,
    keyAccept,
    keyBack,
    keyClose,
    keyNext,
    keyNote,
    keyOpen,
    keyPrevious,
    keyReply,
    keySend,
    keySheet,
    keyTransfer,
    shortcuts,
};
