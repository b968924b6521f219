import secondsLeft from '@salesforce/label/c.Patchbay_SecondsLeft';

export const labels = {
    secondsLeft,
};
