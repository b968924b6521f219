export { queueDispositions } from '../storage/dispositions.ts';
export { pauseReasonSettings, readOrganization } from '../storage/organization.ts';
