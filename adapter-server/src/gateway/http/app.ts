import express, { type Express, type RequestHandler } from 'express';
import type { Duration } from '../../core/duration.ts';
import type { SignIn } from '../authentication/signIn.ts';
import type { GatewaySettings } from '../settings.ts';
import type { RequestParts } from '../socket/requests.ts';
import { unknownPath, whatWentWrong } from './answers.ts';
import { apiPage } from './apiPage.ts';
import { apiRoutes } from './apiRoutes.ts';
import { downloadRoutes } from './downloadRoutes.ts';
import { openapi } from './openapi.ts';
import { operationsRoutes, type OperationsParts } from './operationsRoutes.ts';
import type { OriginCheck } from './origins.ts';
import { requestLog } from './requestLog.ts';
import { cors, securityHeaders } from './security.ts';
import { signInRoutes } from './signInRoutes.ts';
import { testClockRoute } from './testClockRoute.ts';
import { uploadRoutes } from './uploadRoutes.ts';

export interface StaticMount {
    readonly mount: string;
    readonly dir: string;
}
export interface AppParts extends RequestParts, Omit<OperationsParts, 'isDraining'> {
    readonly settings: GatewaySettings;
    readonly signIn: SignIn;
    readonly originAllowed: OriginCheck;
    readonly ticketSecret: () => Buffer;
    readonly publicUrl: () => string;
    readonly staticMounts: readonly StaticMount[];
    readonly pages: readonly RequestHandler[];
    readonly moveClock: ((by: Duration) => Promise<void>) | null;
}

/** The HTTP side: operations, the API, the pages. */
export function createApp(parts: AppParts): Express {
    const { store, settings, log } = parts;
    const app = express();
    app.disable('x-powered-by');
    app.set('trust proxy', settings.trustProxy);
    app.set('query parser', 'simple');
    app.use(requestLog(log), securityHeaders, operationsRoutes(parts));

    const api = express.Router();
    api.use(cors(parts.originAllowed));
    api.use(signInRoutes({ store, signIn: parts.signIn, demo: settings.demo }));
    api.use(apiRoutes(parts, settings.adminToken));
    api.use(uploadRoutes(store, settings.adminToken));
    api.use(downloadRoutes({ store, adminToken: settings.adminToken, ticketSecret: parts.ticketSecret }));
    api.get('/openapi.json', (_request, response) => {
        response.json(openapi(parts.publicUrl()));
    });
    if (settings.testClock && parts.moveClock)
        api.use(testClockRoute(parts.moveClock, () => store.clock.now()));
    app.use('/api/v1', api, unknownPath);
    app.get(['/api', '/api/'], (_request, response) => {
        response.type('html').send(apiPage());
    });

    for (const page of parts.pages) app.use(page);
    for (const { mount, dir } of parts.staticMounts)
        app.use(mount, express.static(dir, { index: 'index.html', cacheControl: true, maxAge: 0 }));
    app.use(unknownPath, whatWentWrong(log));
    return app;
}
