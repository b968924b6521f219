import { LightningElement } from 'lwc';

/** The quick replies of the organization and of its queues (E6, A11). */
export default class PatchbayAdminQuickReplies extends LightningElement {}
