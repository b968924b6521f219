import closePanel from '@salesforce/label/c.Patchbay_ClosePanel';
import keyAccept from '@salesforce/label/c.Patchbay_KeyAccept';
import keyBack from '@salesforce/label/c.Patchbay_KeyBack';
import keyClose from '@salesforce/label/c.Patchbay_KeyClose';
import keyForward from '@salesforce/label/c.Patchbay_KeyForward';
import keyNext from '@salesforce/label/c.Patchbay_KeyNext';
import keyNote from '@salesforce/label/c.Patchbay_KeyNote';
import keyOpen from '@salesforce/label/c.Patchbay_KeyOpen';
import keyPrevious from '@salesforce/label/c.Patchbay_KeyPrevious';
import keyReply from '@salesforce/label/c.Patchbay_KeyReply';
import keyReplyAll from '@salesforce/label/c.Patchbay_KeyReplyAll';
import keySearch from '@salesforce/label/c.Patchbay_KeySearch';
import keySelect from '@salesforce/label/c.Patchbay_KeySelect';
import keySelectRange from '@salesforce/label/c.Patchbay_KeySelectRange';
import keySend from '@salesforce/label/c.Patchbay_KeySend';
import keyMacro from '@salesforce/label/c.Patchbay_KeyMacro';
import keyMacroDirect from '@salesforce/label/c.Patchbay_KeyMacroDirect';
import keyPending from '@salesforce/label/c.Patchbay_KeyPending';
import keyQuickReply from '@salesforce/label/c.Patchbay_KeyQuickReply';
import keySendAndClose from '@salesforce/label/c.Patchbay_KeySendAndClose';
import keySheet from '@salesforce/label/c.Patchbay_KeySheet';
import keyTags from '@salesforce/label/c.Patchbay_KeyTags';
import keyTransfer from '@salesforce/label/c.Patchbay_KeyTransfer';
import shortcuts from '@salesforce/label/c.Patchbay_Shortcuts';

export const labels = {
    closePanel,
    keyAccept,
    keyBack,
    keyClose,
    keyForward,
    keyNext,
    keyNote,
    keyOpen,
    keyPrevious,
    keyReply,
    keyReplyAll,
    keySearch,
    keySelect,
    keySelectRange,
    keySend,
    keyMacro,
    keyMacroDirect,
    keyPending,
    keyQuickReply,
    keySendAndClose,
    keySheet,
    keyTags,
    keyTransfer,
    shortcuts,
};
