export { queueChoices } from '../storage/reads/queueChoices.ts';
