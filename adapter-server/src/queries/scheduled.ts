export { scheduledOf, type ScheduledRow } from '../storage/reads/scheduled.ts';
