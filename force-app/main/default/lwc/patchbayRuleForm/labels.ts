import title from '@salesforce/label/c.Patchbay_RuleTitle';
import name from '@salesforce/label/c.Patchbay_RuleName';
import when from '@salesforce/label/c.Patchbay_RuleWhen';
import whenText from '@salesforce/label/c.Patchbay_RuleWhenText';
import addCondition from '@salesforce/label/c.Patchbay_RuleConditionAdd';
import starsHint from '@salesforce/label/c.Patchbay_RuleStars';
import then from '@salesforce/label/c.Patchbay_RuleThen';
import queue from '@salesforce/label/c.Patchbay_RuleQueue';
import asAddressed from '@salesforce/label/c.Patchbay_RuleQueueAsAddressed';
import priority from '@salesforce/label/c.Patchbay_RulePriority';
import asItIs from '@salesforce/label/c.Patchbay_RuleUnchanged';
import skills from '@salesforce/label/c.Patchbay_RuleSkills';
import noSkills from '@salesforce/label/c.Patchbay_RuleNoSkills';
import tags from '@salesforce/label/c.Patchbay_RuleTags';
import tagsHint from '@salesforce/label/c.Patchbay_RuleTagsHint';
import acknowledgement from '@salesforce/label/c.Patchbay_RuleAck';
import ackQueue from '@salesforce/label/c.Patchbay_RuleAckQueue';
import ackNone from '@salesforce/label/c.Patchbay_RuleAckNone';
import ackText from '@salesforce/label/c.Patchbay_RuleAckText';
import ackTextLabel from '@salesforce/label/c.Patchbay_RuleAckTextLabel';
import ackFields from '@salesforce/label/c.Patchbay_RuleAckFields';
import spam from '@salesforce/label/c.Patchbay_RuleSpam';
import stops from '@salesforce/label/c.Patchbay_RuleStops';
import quickReply from '@salesforce/label/c.Patchbay_RuleAckQuickReply';
import gone from '@salesforce/label/c.Patchbay_RuleGone';
import save from '@salesforce/label/c.Patchbay_Save';
import tryIt from '@salesforce/label/c.Patchbay_RuleTry';
import cancel from '@salesforce/label/c.Patchbay_Cancel';
import offText from '@salesforce/label/c.Patchbay_RuleOffText';

export const labels = {
    title,
    name,
    when,
    whenText,
    addCondition,
    starsHint,
    then,
    queue,
    asAddressed,
    priority,
    asItIs,
    skills,
    noSkills,
    tags,
    tagsHint,
    acknowledgement,
    ackQueue,
    ackNone,
    ackText,
    ackTextLabel,
    ackFields,
    spam,
    stops,
    quickReply,
    gone,
    save,
    tryIt,
    cancel,
    offText,
};
