import agents from '@salesforce/label/c.Patchbay_Agents';
import availableCount from '@salesforce/label/c.Patchbay_DirectoryAvailable';
import closedQueue from '@salesforce/label/c.Patchbay_DirectoryClosed';
import emailLoad from '@salesforce/label/c.Patchbay_EmailLoad';
import nameYou from '@salesforce/label/c.Patchbay_NameYou';
import nobodyFound from '@salesforce/label/c.Patchbay_NobodyFound';
import nobodyFoundText from '@salesforce/label/c.Patchbay_NobodyFoundText';
import nobodyYet from '@salesforce/label/c.Patchbay_NobodyYet';
import nobodyYetText from '@salesforce/label/c.Patchbay_NobodyYetText';
import openQueue from '@salesforce/label/c.Patchbay_DirectoryOpen';
import queues from '@salesforce/label/c.Patchbay_DirectoryQueues';
import restricted from '@salesforce/label/c.Patchbay_DirectoryRestricted';
import searchAgents from '@salesforce/label/c.Patchbay_SearchAgents';
import searchDirectory from '@salesforce/label/c.Patchbay_DirectorySearch';
import waitingCount from '@salesforce/label/c.Patchbay_DirectoryWaiting';

export const labels = {
    agents,
    availableCount,
    closedQueue,
    emailLoad,
    nameYou,
    nobodyFound,
    nobodyFoundText,
    nobodyYet,
    nobodyYetText,
    openQueue,
    queues,
    restricted,
    searchAgents,
    searchDirectory,
    waitingCount,
};
