import { LightningElement } from 'lwc';
export default class Placeholder extends LightningElement {}
