import attachment from '@salesforce/label/c.Patchbay_RuleFieldAttachment';
import channel from '@salesforce/label/c.Patchbay_RuleFieldChannel';
import customer from '@salesforce/label/c.Patchbay_RuleFieldCustomer';
import sender from '@salesforce/label/c.Patchbay_RuleFieldFrom';
import header from '@salesforce/label/c.Patchbay_RuleFieldHeader';
import kind from '@salesforce/label/c.Patchbay_RuleFieldKind';
import language from '@salesforce/label/c.Patchbay_RuleFieldLanguage';
import subject from '@salesforce/label/c.Patchbay_RuleFieldSubject';
import text from '@salesforce/label/c.Patchbay_RuleFieldText';
import to from '@salesforce/label/c.Patchbay_RuleFieldTo';
import what from '@salesforce/label/c.Patchbay_RuleWhat';
import how from '@salesforce/label/c.Patchbay_RuleHow';
import values from '@salesforce/label/c.Patchbay_RuleValues';
import headerName from '@salesforce/label/c.Patchbay_RuleHeaderName';
import removeCondition from '@salesforce/label/c.Patchbay_RuleConditionRemove';
import isHow from '@salesforce/label/c.Patchbay_RuleIs';
import isNot from '@salesforce/label/c.Patchbay_RuleIsNot';
import contains from '@salesforce/label/c.Patchbay_RuleContains';
import containsNot from '@salesforce/label/c.Patchbay_RuleContainsNot';
import starts from '@salesforce/label/c.Patchbay_RuleStarts';
import startsNot from '@salesforce/label/c.Patchbay_RuleStartsNot';
import ends from '@salesforce/label/c.Patchbay_RuleEnds';
import endsNot from '@salesforce/label/c.Patchbay_RuleEndsNot';
import domain from '@salesforce/label/c.Patchbay_RuleDomain';
import domainNot from '@salesforce/label/c.Patchbay_RuleDomainNot';
import exists from '@salesforce/label/c.Patchbay_RuleExists';
import existsNot from '@salesforce/label/c.Patchbay_RuleExistsNot';
import human from '@salesforce/label/c.Patchbay_RuleKindHuman';
import auto from '@salesforce/label/c.Patchbay_RuleKindAuto';
import bounce from '@salesforce/label/c.Patchbay_RuleKindBounce';
import languageHint from '@salesforce/label/c.Patchbay_RuleLanguageHint';
import list from '@salesforce/label/c.Patchbay_RuleKindList';
import bulk from '@salesforce/label/c.Patchbay_RuleKindBulk';
import noreply from '@salesforce/label/c.Patchbay_RuleKindNoReply';
import abuseReport from '@salesforce/label/c.Patchbay_RuleKindAbuse';

export const labels = {
    attachment,
    channel,
    customer,
    sender,
    header,
    kind,
    language,
    subject,
    text,
    to,
    what,
    how,
    values,
    headerName,
    removeCondition,
    isHow,
    isNot,
    contains,
    containsNot,
    starts,
    startsNot,
    ends,
    endsNot,
    domain,
    domainNot,
    exists,
    existsNot,
    human,
    auto,
    bounce,
    languageHint,
    list,
    bulk,
    noreply,
    abuseReport,
};
