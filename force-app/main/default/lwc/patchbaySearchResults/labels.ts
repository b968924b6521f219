import allFound from '@salesforce/label/c.Patchbay_SearchAllFound';
import dropTerm from '@salesforce/label/c.Patchbay_SearchDropTerm';
import file from '@salesforce/label/c.Patchbay_SearchFile';
import filters from '@salesforce/label/c.Patchbay_SearchFilters';
import firstFound from '@salesforce/label/c.Patchbay_SearchFirstFound';
import keepLooking from '@salesforce/label/c.Patchbay_SearchKeepLooking';
import lookedBackTo from '@salesforce/label/c.Patchbay_SearchLookedBackTo';
import nothingFound from '@salesforce/label/c.Patchbay_SearchNothingFound';
import nothingFoundText from '@salesforce/label/c.Patchbay_SearchNothingFoundText';
import oneFound from '@salesforce/label/c.Patchbay_SearchOneFound';
import received from '@salesforce/label/c.Patchbay_SearchReceived';
import results from '@salesforce/label/c.Patchbay_SearchResults';
import searching from '@salesforce/label/c.Patchbay_Searching';
import sent from '@salesforce/label/c.Patchbay_SearchSent';
import showMore from '@salesforce/label/c.Patchbay_ShowMore';
import tryAgain from '@salesforce/label/c.Patchbay_TryAgain';

export const labels = {
    allFound,
    dropTerm,
    file,
    filters,
    firstFound,
    keepLooking,
    lookedBackTo,
    nothingFound,
    nothingFoundText,
    oneFound,
    received,
    results,
    searching,
    sent,
    showMore,
    tryAgain,
};
