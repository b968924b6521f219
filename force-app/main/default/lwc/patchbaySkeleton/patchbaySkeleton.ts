import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** The shape of what is loading: as many rows as will about be there. */
export default class PatchbaySkeleton extends LightningElement {
    @api rows = 3;

    labels = labels;

    get bars(): { key: number }[] {
        return Array.from({ length: this.rows }, (_, key) => ({ key }));
    }
}
