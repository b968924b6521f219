import add from '@salesforce/label/c.Patchbay_RuleValueAdd';
import choose from '@salesforce/label/c.Patchbay_RuleValueChoose';
import onePerLine from '@salesforce/label/c.Patchbay_RuleValuesLines';
import remove from '@salesforce/label/c.Patchbay_RuleValueRemove';

export const labels = {
    add,
    choose,
    onePerLine,
    remove,
};
