import hintAfter from '@salesforce/label/c.Patchbay_SearchHintAfter';
import hintAgent from '@salesforce/label/c.Patchbay_SearchHintAgent';
import hintBefore from '@salesforce/label/c.Patchbay_SearchHintBefore';
import hintFile from '@salesforce/label/c.Patchbay_SearchHintFile';
import hintFrom from '@salesforce/label/c.Patchbay_SearchHintFrom';
import hintHas from '@salesforce/label/c.Patchbay_SearchHintHas';
import hintIs from '@salesforce/label/c.Patchbay_SearchHintIs';
import hintMe from '@salesforce/label/c.Patchbay_SearchHintMe';
import hintOn from '@salesforce/label/c.Patchbay_SearchHintOn';
import hintQueue from '@salesforce/label/c.Patchbay_SearchHintQueue';
import hintReceived from '@salesforce/label/c.Patchbay_SearchHintReceived';
import hintSent from '@salesforce/label/c.Patchbay_SearchHintSent';
import hintStatus from '@salesforce/label/c.Patchbay_SearchHintStatus';
import hintSubject from '@salesforce/label/c.Patchbay_SearchHintSubject';
import hintTag from '@salesforce/label/c.Patchbay_SearchHintTag';
import hintTo from '@salesforce/label/c.Patchbay_SearchHintTo';
import leaveSearch from '@salesforce/label/c.Patchbay_SearchLeave';
import search from '@salesforce/label/c.Patchbay_Search';
import suggestions from '@salesforce/label/c.Patchbay_SearchSuggestions';

export const labels = {
    hintAfter,
    hintAgent,
    hintBefore,
    hintFile,
    hintFrom,
    hintHas,
    hintIs,
    hintMe,
    hintOn,
    hintQueue,
    hintReceived,
    hintSent,
    hintStatus,
    hintSubject,
    hintTag,
    hintTo,
    leaveSearch,
    search,
    suggestions,
};
