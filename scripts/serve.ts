import { runServer } from './run/server.ts';

/** `npm run serve`: production (docs/deploy.md). */
await runServer();
