import type { IncomingMessage } from 'node:http';
import { SALESFORCE_ORIGINS, type GatewaySettings } from '../settings.ts';

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
const patternOf = (origin: string): RegExp =>
    new RegExp(
        `^${origin
            .split('*')
            .map(escaped)
            .join(String.raw`[a-z0-9.-]+`)}$`,
        'i',
    );

export type OriginCheck = (request: Pick<IncomingMessage, 'headers'>) => boolean;

/** Whether a browser page may talk to the server: one of its own pages, PUBLIC_URL, or one that was allowed. */
export function originCheck(settings: Pick<GatewaySettings, 'publicUrl' | 'allowedOrigins'>): OriginCheck {
    const own = settings.publicUrl === null ? [] : [new URL(settings.publicUrl).origin];
    const patterns = [...own, ...SALESFORCE_ORIGINS, ...(settings.allowedOrigins ?? [])].map(patternOf);
    return ({ headers }) => {
        const { origin, host } = headers;
        if (origin === undefined) return true; // no browser, or no other site
        if (host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)) return true;
        return patterns.some((pattern) => pattern.test(origin));
    };
}
