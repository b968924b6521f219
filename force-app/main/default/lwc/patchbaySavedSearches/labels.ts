import byNumberOnly from '@salesforce/label/c.Patchbay_SearchByNumberOnly';
import byNumberOnlyText from '@salesforce/label/c.Patchbay_SearchByNumberOnlyText';
import exampleBegin from '@salesforce/label/c.Patchbay_SearchExampleBegin';
import exampleExact from '@salesforce/label/c.Patchbay_SearchExampleExact';
import exampleFrom from '@salesforce/label/c.Patchbay_SearchExampleFrom';
import exampleMine from '@salesforce/label/c.Patchbay_SearchExampleMine';
import exampleNumber from '@salesforce/label/c.Patchbay_SearchExampleNumber';
import exampleWithout from '@salesforce/label/c.Patchbay_SearchExampleWithout';
import howTo from '@salesforce/label/c.Patchbay_SearchHowTo';
import removeSaved from '@salesforce/label/c.Patchbay_SearchRemoveSaved';
import saved from '@salesforce/label/c.Patchbay_SearchesSaved';

export const labels = {
    byNumberOnly,
    byNumberOnlyText,
    exampleBegin,
    exampleExact,
    exampleFrom,
    exampleMine,
    exampleNumber,
    exampleWithout,
    howTo,
    removeSaved,
    saved,
};
