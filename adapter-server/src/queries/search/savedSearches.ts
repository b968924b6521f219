export { listSavedSearches } from '../../storage/search/savedSearches.ts';
