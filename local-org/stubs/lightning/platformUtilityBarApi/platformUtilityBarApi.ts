import { tellHost } from '../../hostEvents';
import { wireAdapter } from '../../wire';

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-platformutilitybarapi.html */
interface Attributes {
    label?: string;
    icon?: string;
    highlighted?: boolean;
}

const ID = 'patchbay-utility';
export const EnclosingUtilityId = wireAdapter((_config, emit) => emit(ID));

function told(tell: () => void): Promise<boolean> {
    tell();
    return Promise.resolve(true);
}

export const open = (_id: string): Promise<boolean> => told(() => tellHost('openUtility', {}));
export const minimize = (_id: string): Promise<boolean> => told(() => tellHost('minimizeUtility', {}));
export const updateUtility = (_id: string, attributes: Attributes): Promise<boolean> =>
    told(() => tellHost('updateUtility', attributes));
/** The docked panel keeps its size: 380 × 560, as the flexipage asks for. */
export const updatePanel = (_id: string, _attributes: object): Promise<boolean> => Promise.resolve(true);
export const getInfo = (id: string): Promise<object> => Promise.resolve({ id, utilityVisible: true });
