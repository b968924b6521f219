import { describe, expect, it } from '@jest/globals';
import { closeTab, firstTabs, focusTab, labelTab, openTab } from './host/serviceConsole/tabs.ts';

const contact = { id: 'tab:003', label: 'Maria Lopez', recordId: '003' };

describe('workspace tabs of the console', () => {
    it('open once, in front if asked', () => {
        const behind = openTab(firstTabs, contact, false);
        expect(behind.focused).toBe('workspace');
        const again = openTab(behind, contact, true);
        expect(again.list).toHaveLength(3);
        expect(again.focused).toBe(contact.id);
    });

    it('close, except for Patchbay’s own', () => {
        const open = openTab(firstTabs, contact, true);
        expect(closeTab(open, contact.id)).toEqual(firstTabs);
        expect(closeTab(open, 'workspace')).toEqual(open);
        expect(closeTab(open, 'administration')).toEqual(open);
    });

    it('are named and focused by id', () => {
        const open = openTab(firstTabs, contact, false);
        expect(labelTab(open, contact.id, 'Maria').list[2]?.label).toBe('Maria');
        expect(focusTab(open, 'unknown').focused).toBe('workspace');
    });
});
