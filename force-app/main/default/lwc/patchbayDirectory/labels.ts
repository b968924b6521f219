import agents from '@salesforce/label/c.Patchbay_Agents';
import emailLoad from '@salesforce/label/c.Patchbay_EmailLoad';
import nameYou from '@salesforce/label/c.Patchbay_NameYou';
import nobodyFound from '@salesforce/label/c.Patchbay_NobodyFound';
import nobodyFoundText from '@salesforce/label/c.Patchbay_NobodyFoundText';
import nobodyYet from '@salesforce/label/c.Patchbay_NobodyYet';
import nobodyYetText from '@salesforce/label/c.Patchbay_NobodyYetText';
import searchAgents from '@salesforce/label/c.Patchbay_SearchAgents';

export const labels = {
    agents,
    emailLoad,
    nameYou,
    nobodyFound,
    nobodyFoundText,
    nobodyYet,
    nobodyYetText,
    searchAgents,
};
