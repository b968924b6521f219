import { keepShown } from './keepShown.ts';
import { showMail, showMailSlice } from './showMail.ts';
import { holdsFirstSlice } from './sliceHtml.ts';

/** How mail is shown: what the gateway is given. */
export const createMailDisplay = () => ({ showMail: keepShown(showMail), showMailSlice, holdsFirstSlice });
