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

// TypeScript lets a mixin extend only a class of this very shape.
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
type Base = new (...args: any[]) => object;

export function NavigationMixin<T extends Base>(base: T) {
    return class extends base {
        [Navigate](page: PageReference): void {
            tellHost('navigate', { type: page.type, attributes: page.attributes ?? {} });
        }
        [GenerateUrl](page: PageReference): Promise<string> {
            return Promise.resolve(urlOf(page));
        }
    };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;
