import { createTestWireAdapter } from '@salesforce/sfdx-lwc-jest';

/** sfdx-lwc-jest has no stub for this module. */
export const EnclosingUtilityId = createTestWireAdapter(jest.fn());
export const open = jest.fn().mockResolvedValue(true);
export const minimize = jest.fn().mockResolvedValue(true);
export const updateUtility = jest.fn().mockResolvedValue(true);
export const updatePanel = jest.fn().mockResolvedValue(true);
