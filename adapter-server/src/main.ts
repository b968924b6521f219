import pino from 'pino';
import { startServer } from './composition/startServer.ts';
import { logged } from './gateway/logged.ts';
import { ConfigError, configFromEnvironment, type Config } from './config.ts';

/** Drained or not, the process ends this long after SIGTERM: what it did not finish is durable. */
const LONGEST_DRAIN_MS = 9_000;

const config = readOrExit();
const log = pino({ level: config.logLevel, base: null });
for (const warning of config.warnings) log.warn(warning);

try {
    const server = await startServer(config, log);
    let stopping = false;
    const stop = (signal: string): void => {
        if (stopping) return;
        stopping = true;
        log.info({ signal }, 'draining');
        setTimeout(() => {
            log.warn('the drain took too long; what is left is durable');
            process.exit(0);
        }, LONGEST_DRAIN_MS).unref();
        server.stop().then(
            () => process.exit(0),
            (error: unknown) => {
                log.error({ err: logged(error) }, 'the drain failed; what is left is durable');
                process.exit(0);
            },
        );
    };
    process.on('SIGTERM', () => stop('SIGTERM'));
    process.on('SIGINT', () => stop('SIGINT'));
} catch (error) {
    log.fatal(error instanceof Error ? error.message : String(error));
    if (!(error instanceof ConfigError)) log.debug({ err: logged(error) }, 'start failed');
    process.exit(1);
}

function readOrExit(): Config {
    try {
        return configFromEnvironment();
    } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        console.error(error.message);
        process.exit(2);
    }
}
