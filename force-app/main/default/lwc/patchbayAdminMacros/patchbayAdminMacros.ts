import { LightningElement } from 'lwc';

/** The macros of the organization and of its queues (W10). */
export default class PatchbayAdminMacros extends LightningElement {}
