import loading from '@salesforce/label/c.Patchbay_Loading';

export const labels = {
    loading,
};
