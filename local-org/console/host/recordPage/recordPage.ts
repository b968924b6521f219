import { LightningElement, api } from 'lwc';

export default class RecordPage extends LightningElement {
    @api recordId = '';
    @api heading = '';
}
