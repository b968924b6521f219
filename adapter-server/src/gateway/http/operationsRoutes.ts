import { Router } from 'express';
import type { Metrics } from '../metrics/metrics.ts';

export interface Health {
    /** The database answers and has this release's migrations. */
    readonly ready: boolean;
    /** What is checked, in words: shown as it is. */
    readonly checks: Readonly<Record<string, string>>;
}
export interface OperationsParts {
    readonly metrics: Metrics;
    readonly health: () => Promise<Health>;
    readonly isDraining: () => boolean;
}

/** /healthz: the process lives, keep it. /readyz: send it work. /metrics: for Prometheus. */
export function operationsRoutes({ metrics, health, isDraining }: OperationsParts): Router {
    const router = Router();
    router.get('/healthz', (_request, response) => {
        response.set('cache-control', 'no-store').json({ ok: true });
    });
    router.get('/readyz', async (_request, response) => {
        response.set('cache-control', 'no-store');
        const { ready, checks } = await health().catch((): Health => ({
            ready: false,
            checks: { database: 'does not answer' },
        }));
        const ok = ready && !isDraining();
        response.status(ok ? 200 : 503).json({
            ok,
            checks: { ...checks, server: isDraining() ? 'is being stopped' : 'takes requests' },
        });
    });
    router.get('/metrics', async (_request, response) => {
        const { contentType, text } = await metrics.render();
        response.set({ 'content-type': contentType, 'cache-control': 'no-store' }).send(text);
    });
    return router;
}
