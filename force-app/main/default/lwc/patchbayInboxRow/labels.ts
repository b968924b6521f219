import followUpAtTime from '@salesforce/label/c.Patchbay_FollowUpAtTime';
import heldUntil from '@salesforce/label/c.Patchbay_HeldUntil';
import noSubject from '@salesforce/label/c.Patchbay_NoSubject';
import select from '@salesforce/label/c.Patchbay_BulkSelect';
import tagMore from '@salesforce/label/c.Patchbay_TagMore';
import tagsOf from '@salesforce/label/c.Patchbay_TagsOf';
import take from '@salesforce/label/c.Patchbay_Take';
import takeTitle from '@salesforce/label/c.Patchbay_TakeTitle';
import unread from '@salesforce/label/c.Patchbay_Unread';
import waiting from '@salesforce/label/c.Patchbay_Waiting';
import wrapUpLeft from '@salesforce/label/c.Patchbay_WrapUpLeft';
import wrapUpSince from '@salesforce/label/c.Patchbay_WrapUpSince';

export const labels = {
    followUpAtTime,
    heldUntil,
    noSubject,
    select,
    tagMore,
    tagsOf,
    take,
    takeTitle,
    unread,
    waiting,
    wrapUpLeft,
    wrapUpSince,
};
