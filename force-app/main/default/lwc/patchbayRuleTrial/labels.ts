import title from '@salesforce/label/c.Patchbay_RuleTrialTitle';
import text from '@salesforce/label/c.Patchbay_RuleTrialText';
import range from '@salesforce/label/c.Patchbay_RuleTrialRange';
import day from '@salesforce/label/c.Patchbay_RuleTrialDay';
import week from '@salesforce/label/c.Patchbay_RuleTrialWeek';
import month from '@salesforce/label/c.Patchbay_RuleTrialMonth';
import ever from '@salesforce/label/c.Patchbay_RuleTrialEver';
import scope from '@salesforce/label/c.Patchbay_RuleTrialScope';
import alone from '@salesforce/label/c.Patchbay_RuleTrialAlone';
import together from '@salesforce/label/c.Patchbay_RuleTrialTogether';
import run from '@salesforce/label/c.Patchbay_RuleTrialRun';
import more from '@salesforce/label/c.Patchbay_RuleTrialMore';
import close from '@salesforce/label/c.Patchbay_RuleTrialClose';
import counts from '@salesforce/label/c.Patchbay_RuleTrialCounts';
import none from '@salesforce/label/c.Patchbay_RuleTrialNone';
import nothing from '@salesforce/label/c.Patchbay_RuleTrialNothing';
import did from '@salesforce/label/c.Patchbay_RuleTrialDid';
import would from '@salesforce/label/c.Patchbay_RuleTrialWould';
import same from '@salesforce/label/c.Patchbay_RuleTrialSame';
import becauseOf from '@salesforce/label/c.Patchbay_RuleTrialBecause';
import passedOver from '@salesforce/label/c.Patchbay_RuleTrialPassedOver';
import spam from '@salesforce/label/c.Patchbay_RuleTrialSpam';
import needs from '@salesforce/label/c.Patchbay_RuleTrialNeeds';
import tagged from '@salesforce/label/c.Patchbay_RuleTrialTagged';
import ack from '@salesforce/label/c.Patchbay_RuleTrialAck';
import noSubject from '@salesforce/label/c.Patchbay_NoSubject';

export const labels = {
    title,
    text,
    range,
    day,
    week,
    month,
    ever,
    scope,
    alone,
    together,
    run,
    more,
    close,
    counts,
    none,
    nothing,
    did,
    would,
    same,
    becauseOf,
    passedOver,
    spam,
    needs,
    tagged,
    ack,
    noSubject,
};
