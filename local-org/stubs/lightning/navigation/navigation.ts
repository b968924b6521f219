import { tellHost } from '../../hostEvents';
import { wireAdapter } from '../../wire';

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/reference-lightning-navigation.html */
interface PageReference {
    type: string;
    attributes?: Record<string, string | undefined>;
}

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

const urlOf = (page: PageReference): string =>
    `#/${[page.type, ...Object.values(page.attributes ?? {})].map((part) => encodeURIComponent(part ?? '')).join('/')}`;

export const CurrentPageReference = wireAdapter((_config, emit) =>
    emit({ type: 'standard__navItemPage', attributes: { apiName: 'Patchbay_Workspace' }, state: {} }),
);

type Base = abstract new (...args: never[]) => object;

export function NavigationMixin<T extends Base>(base: T) {
    abstract class Navigable extends base {
        [Navigate](page: PageReference): void {
            tellHost('navigate', { type: page.type, attributes: page.attributes ?? {} });
        }
        [GenerateUrl](page: PageReference): Promise<string> {
            return Promise.resolve(urlOf(page));
        }
    }
    return Navigable;
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
