import heading from '@salesforce/label/c.Patchbay_AdminContentRules';
import text from '@salesforce/label/c.Patchbay_AdminContentRulesText';
import add from '@salesforce/label/c.Patchbay_AdminContentRulesAdd';
import tryAll from '@salesforce/label/c.Patchbay_AdminContentRulesTry';
import empty from '@salesforce/label/c.Patchbay_AdminContentRulesEmpty';
import emptyText from '@salesforce/label/c.Patchbay_AdminContentRulesEmptyText';
import on from '@salesforce/label/c.Patchbay_AdminContentRulesOn';
import turnOn from '@salesforce/label/c.Patchbay_AdminContentRulesTurn';
import edit from '@salesforce/label/c.Patchbay_EditText';
import remove from '@salesforce/label/c.Patchbay_DeleteText';
import up from '@salesforce/label/c.Patchbay_ListUp';
import down from '@salesforce/label/c.Patchbay_ListDown';
import removeText from '@salesforce/label/c.Patchbay_AdminContentRulesDeleteText';
import removeConfirm from '@salesforce/label/c.Patchbay_AdminContentRulesDeleteConfirm';
import broken from '@salesforce/label/c.Patchbay_AdminContentRulesBroken';
import whenDoes from '@salesforce/label/c.Patchbay_AdminContentRulesWhenDoes';
import tryAgain from '@salesforce/label/c.Patchbay_TryAgain';

export const labels = {
    heading,
    text,
    add,
    tryAll,
    empty,
    emptyText,
    on,
    turnOn,
    edit,
    remove,
    up,
    down,
    removeText,
    removeConfirm,
    broken,
    whenDoes,
    tryAgain,
};
