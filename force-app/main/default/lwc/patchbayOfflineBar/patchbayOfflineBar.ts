import { LightningElement, api } from 'lwc';
import { labels } from './labels';

/** A quiet bar: since when the connection is gone and what still works. */
export default class PatchbayOfflineBar extends LightningElement {
    @api since: number | null = null;

    labels = labels;
}
