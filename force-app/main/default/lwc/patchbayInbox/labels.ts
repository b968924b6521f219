import closedEmpty from '@salesforce/label/c.Patchbay_ClosedEmpty';
import closedEmptyText from '@salesforce/label/c.Patchbay_ClosedEmptyText';
import followUpsEmpty from '@salesforce/label/c.Patchbay_FollowUpsEmpty';
import followUpsEmptyText from '@salesforce/label/c.Patchbay_FollowUpsEmptyText';
import freshCount from '@salesforce/label/c.Patchbay_FreshCount';
import heldEmpty from '@salesforce/label/c.Patchbay_HeldEmpty';
import heldEmptyText from '@salesforce/label/c.Patchbay_HeldEmptyText';
import inbox from '@salesforce/label/c.Patchbay_Inbox';
import mentionsEmpty from '@salesforce/label/c.Patchbay_MentionsEmpty';
import mentionsEmptyText from '@salesforce/label/c.Patchbay_MentionsEmptyText';
import mineEmpty from '@salesforce/label/c.Patchbay_MineEmpty';
import mineEmptyText from '@salesforce/label/c.Patchbay_MineEmptyText';
import nothingWaits from '@salesforce/label/c.Patchbay_NothingWaits';
import othersEmpty from '@salesforce/label/c.Patchbay_OthersEmpty';
import othersEmptyText from '@salesforce/label/c.Patchbay_OthersEmptyText';
import queueEmpty from '@salesforce/label/c.Patchbay_QueueEmpty';
import queueEmptyText from '@salesforce/label/c.Patchbay_QueueEmptyText';
import rowGone from '@salesforce/label/c.Patchbay_RowGone';
import sectionClosed from '@salesforce/label/c.Patchbay_SectionClosed';
import sectionFollowUps from '@salesforce/label/c.Patchbay_SectionFollowUps';
import sectionHeld from '@salesforce/label/c.Patchbay_SectionHeld';
import sectionMentions from '@salesforce/label/c.Patchbay_SectionMentions';
import sectionMine from '@salesforce/label/c.Patchbay_SectionMine';
import sectionOthers from '@salesforce/label/c.Patchbay_SectionOthers';
import sectionQueue from '@salesforce/label/c.Patchbay_SectionQueue';
import sectionSpam from '@salesforce/label/c.Patchbay_SectionSpam';
import showMore from '@salesforce/label/c.Patchbay_ShowMore';
import spamEmpty from '@salesforce/label/c.Patchbay_SpamEmpty';
import spamEmptyText from '@salesforce/label/c.Patchbay_SpamEmptyText';
import tryAgain from '@salesforce/label/c.Patchbay_TryAgain';

export const labels = {
    closedEmpty,
    closedEmptyText,
    followUpsEmpty,
    followUpsEmptyText,
    freshCount,
    heldEmpty,
    heldEmptyText,
    inbox,
    mentionsEmpty,
    mentionsEmptyText,
    mineEmpty,
    mineEmptyText,
    nothingWaits,
    othersEmpty,
    othersEmptyText,
    queueEmpty,
    queueEmptyText,
    rowGone,
    sectionClosed,
    sectionFollowUps,
    sectionHeld,
    sectionMentions,
    sectionMine,
    sectionOthers,
    sectionQueue,
    sectionSpam,
    showMore,
    spamEmpty,
    spamEmptyText,
    tryAgain,
};
