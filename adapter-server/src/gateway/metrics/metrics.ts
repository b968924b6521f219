import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Store } from '../../storage/transaction.ts';
import { CenterGauges } from './centerGauges.ts';

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

export interface Metrics {
    readonly observeCommand: (name: string, outcome: string, seconds: number) => void;
    readonly observeQuery: (name: string, outcome: string, seconds: number) => void;
    /** Called by the scheduler for each timer that it fired: how late that was, in milliseconds. */
    readonly observeTimerLateness: (ms: number) => void;
    /** The Prometheus text. Without a database only the process's own figures are in it, and `up` of it is 0. */
    readonly render: () => Promise<{ contentType: string; text: string }>;
}

/** What /metrics shows (O3), with Node's own figures (event loop, memory, garbage collection). */
export function createMetrics(store: Store, connectedAgents: () => number): Metrics {
    const registry = new Registry();
    const registers = [registry];
    collectDefaultMetrics({ register: registry });
    const timed = (kind: 'command' | 'query') =>
        new Histogram({
            name: `patchbay_${kind}_seconds`,
            help: `Time from a ${kind} to its reply, by name and outcome`,
            labelNames: ['name', 'outcome'],
            buckets: BUCKETS,
            registers,
        });
    const commands = timed('command');
    const queries = timed('query');
    const lateness = new Histogram({
        name: 'patchbay_timer_lateness_seconds',
        help: 'How long after its time a timer fired',
        buckets: [0.005, 0.025, 0.1, 0.5, 1, 5, 30, 300],
        registers,
    });
    new Gauge({
        name: 'patchbay_connected_agents',
        help: 'Agents with a socket at this process',
        registers,
        collect() {
            this.set(connectedAgents());
        },
    });
    const database = new Gauge({
        name: 'patchbay_database_up',
        help: 'Whether the database answered for this scrape',
        registers,
    });
    const center = new CenterGauges(store, registry);
    return {
        observeCommand: (name, outcome, seconds) => commands.observe({ name, outcome }, seconds),
        observeQuery: (name, outcome, seconds) => queries.observe({ name, outcome }, seconds),
        observeTimerLateness: (ms) => lateness.observe(ms / 1_000),
        render: async () => {
            const up = await center.refresh().then(
                () => true,
                () => false,
            );
            database.set(up ? 1 : 0);
            return { contentType: registry.contentType, text: await registry.metrics() };
        },
    };
}
