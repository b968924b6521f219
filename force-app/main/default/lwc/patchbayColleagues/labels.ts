import colleagueHere from '@salesforce/label/c.Patchbay_ColleagueHere';
import colleagueTyping from '@salesforce/label/c.Patchbay_ColleagueTyping';

export const labels = {
    colleagueHere,
    colleagueTyping,
};
