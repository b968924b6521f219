import { wireAdapter } from './wire';

/** The Apex of this project as it answers without an org. Unknown methods are refused, as everywhere in local-org. */
const METHODS: Readonly<Record<string, (params: unknown) => unknown>> = {
    'PatchbayIdentity.connect': () => ({ adapterUrl: window.location.origin, identityToken: null }),
};

/** An @AuraEnabled method: callable, and usable with @wire. */
export function apexMethod(name: string) {
    const call = async (params?: unknown): Promise<unknown> => {
        const method = METHODS[name];
        // The platform rejects with plain objects.
        if (method === undefined)
            // eslint-disable-next-line no-throw-literal -- as above
            throw { status: 404, body: { message: `No stand-in for the Apex method ${name}.` } };
        return method(params ?? {});
    };
    const adapter = wireAdapter((config, emit) => {
        // As on the platform: not called before every parameter has a value.
        if (Object.values(config).some((value) => value === undefined)) return undefined;
        let live = true;
        const settle = (result: { data?: unknown; error?: unknown }): void => {
            if (live) emit(result);
        };
        call(config).then(
            (data) => settle({ data, error: undefined }),
            (error: unknown) => settle({ data: undefined, error }),
        );
        return () => {
            live = false;
        };
    });
    return Object.assign(call, { adapter });
}
