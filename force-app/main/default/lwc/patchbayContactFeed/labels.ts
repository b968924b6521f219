import contactFeed from '@salesforce/label/c.Patchbay_ContactFeed';
import feedEmpty from '@salesforce/label/c.Patchbay_FeedEmpty';
import feedEmptyText from '@salesforce/label/c.Patchbay_FeedEmptyText';
import internal from '@salesforce/label/c.Patchbay_Internal';
import noSubject from '@salesforce/label/c.Patchbay_NoSubject';
import patchbay from '@salesforce/label/c.Patchbay_Patchbay';
import showMore from '@salesforce/label/c.Patchbay_ShowMore';
import tryAgain from '@salesforce/label/c.Patchbay_TryAgain';

export const labels = {
    contactFeed,
    feedEmpty,
    feedEmptyText,
    internal,
    noSubject,
    patchbay,
    showMore,
    tryAgain,
};
