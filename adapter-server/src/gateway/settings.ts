/** What main.ts gives the gateway of the configuration. */
export interface GatewaySettings {
    readonly host: string;
    /** 0: any free one. */
    readonly port: number;
    /** Where browsers reach it; null: where it listens. */
    readonly publicUrl: string | null;
    readonly demo: boolean;
    readonly testClock: boolean;
    readonly adminToken: string | null;
    /** PEM of the public key with which the org signs identity tokens. */
    readonly salesforceIdentityKey: string | null;
    /** Whose X-Forwarded-* is believed: nobody's, that of so many proxies, or that of these addresses. */
    readonly trustProxy: false | number | readonly string[];
    /** Origins beside PUBLIC_URL that may use the API from a browser; `*` stands for one or more labels. */
    readonly allowedOrigins?: readonly string[];
}

/** Where Lightning Web Components run in an org. */
export const SALESFORCE_ORIGINS = [
    'https://*.lightning.force.com',
    'https://*.my.salesforce.com',
    'https://*.visualforce.com',
    'https://*.vf.force.com',
] as const;

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);
export const isLoopbackHost = (host: string): boolean => LOOPBACK.has(host);

/** Throws where the settings would open what must stay on this machine. */
export function assertSafe(settings: GatewaySettings): void {
    if (isLoopbackHost(settings.host)) return;
    if (settings.demo)
        throw new Error(
            `The demo signs agents in without a password, so it listens on 127.0.0.1 alone, not on ${settings.host}. Use npm run serve.`,
        );
    if (settings.testClock)
        throw new Error(
            `PATCHBAY_TEST_CLOCK moves time, so it works on 127.0.0.1 alone, not on ${settings.host}.`,
        );
}
