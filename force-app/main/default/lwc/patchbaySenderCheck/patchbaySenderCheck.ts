import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import { labels } from './labels';

interface Authentication {
    spf: string;
    dkim: string;
    dmarc: string;
}

/** Whether the sender is who they say (SPF, DKIM, DMARC), as a small shield with words. */
export default class PatchbaySenderCheck extends LightningElement {
    @api authentication: Authentication | null = null;

    private get outcome(): 'passed' | 'failed' | 'unknown' {
        const checks = this.authentication;
        if (!checks) return 'unknown';
        if (checks.dmarc === 'fail') return 'failed';
        if (checks.dmarc === 'pass') return 'passed';
        if (checks.spf === 'fail' || checks.dkim === 'fail') return 'failed';
        return checks.spf === 'pass' || checks.dkim === 'pass' ? 'passed' : 'unknown';
    }

    get classes(): string {
        return `check check_${this.outcome}`;
    }
    get icon(): string {
        return this.outcome === 'passed'
            ? 'utility:shield'
            : this.outcome === 'failed'
              ? 'utility:warning'
              : 'utility:help';
    }
    get word(): string {
        if (this.outcome === 'passed') return labels.senderChecked;
        return this.outcome === 'failed' ? labels.senderFailed : labels.senderUnknown;
    }
    get title(): string {
        const checks = this.authentication;
        return checks
            ? fill(labels.senderDetail, checks.spf, checks.dkim, checks.dmarc)
            : labels.senderNotChecked;
    }
}
