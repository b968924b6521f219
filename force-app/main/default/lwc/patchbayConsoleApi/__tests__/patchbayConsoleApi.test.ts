import { openTab } from 'lightning/platformWorkspaceApi';
import { updateUtility } from 'lightning/platformUtilityBarApi';
import { openRecord, openUtility, showInUtilityBar } from 'c/patchbayConsoleApi';

describe('patchbayConsoleApi', () => {
    it('opens a record as a tab', async () => {
        (openTab as jest.Mock).mockResolvedValue('tab1');
        expect(await openRecord('003000000000001AAA')).toBe(true);
        expect(openTab).toHaveBeenCalledWith({ recordId: '003000000000001AAA', focus: true });
    });

    it('answers false where the platform refuses, as outside a console', async () => {
        (openTab as jest.Mock).mockRejectedValue(new Error('no console'));
        expect(await openRecord('003000000000001AAA')).toBe(false);
    });

    it('does nothing outside a utility bar', async () => {
        expect(await openUtility(undefined)).toBe(false);
        expect(await showInUtilityBar(undefined, { label: 'Patchbay (2)' })).toBe(false);
        expect(updateUtility).not.toHaveBeenCalled();
    });

    it('shows count and highlight', async () => {
        expect(await showInUtilityBar('u1', { label: 'Patchbay (2)', highlighted: true })).toBe(true);
        expect(updateUtility).toHaveBeenCalledWith('u1', { label: 'Patchbay (2)', highlighted: true });
    });
});
