import type { Random } from '../../../adapter-server/test/random.ts';
import type { SearchDataSize } from './searchData.ts';
import { addressOf } from './searchData.ts';
import { orderNumber, wordOfRank } from './searchText.ts';

/** The fixed mix. `who` is a username of the generated center: an admin, an agent of a queue, a manager of a small one. */
export interface SearchCase {
    readonly name: string;
    readonly who: string;
    readonly query: (random: Random, size: SearchDataSize) => string;
    /** Reads on to the second page, and counts that. */
    readonly secondPage?: boolean;
}

const admin = 'agent1';
const agent = 'agent8';
/** Who leads the smallest queue. */
const manager = (size: SearchDataSize): string =>
    `agent${size.queues * 6 > size.agents ? size.agents : size.queues * 6}`;
const day = (random: Random): string =>
    new Date(Date.UTC(2024, 0, 1) + random.below(690) * 86_400_000).toISOString().slice(0, 10);
const anyAgent = (random: Random, size: SearchDataSize): string =>
    `agent:agent${2 + random.below(size.agents - 1)}`;
const rare = (random: Random): string => wordOfRank(5_000 + random.below(30_000));

export const searchMix = (size: SearchDataSize): SearchCase[] => {
    const boss = manager(size);
    return [
        { name: 'a word in 30 %', who: admin, query: () => 'delivery' },
        { name: 'two words in 30 %', who: admin, query: () => 'delivery invoice' },
        { name: 'a word in 30 %, second page', who: admin, query: () => 'invoice', secondPage: true },
        { name: 'a word in 5 %', who: admin, query: () => 'refund' },
        { name: 'a word in 1 %', who: admin, query: () => 'warranty' },
        { name: 'a word in 0.1 %', who: admin, query: () => 'thermostat' },
        { name: 'a word in 40 mails', who: admin, query: () => 'zephyrine' },
        { name: 'rare words', who: admin, query: (random) => rare(random) },
        { name: '30 % and rare', who: admin, query: (random) => `delivery ${rare(random)}` },
        {
            name: 'an order number',
            who: admin,
            query: (random) => orderNumber(1 + random.below(size.messages)),
        },
        { name: 'a frequent prefix', who: admin, query: () => 'deliv*' },
        { name: 'a rare prefix', who: admin, query: (random) => `${rare(random).slice(0, 6)}*` },
        { name: 'exact words', who: admin, query: () => '"payment overdue"' },
        {
            name: 'a sender',
            who: admin,
            query: (random) => `from:${addressOf(1 + random.below(size.customers))}`,
        },
        { name: 'nothing', who: admin, query: () => 'nobodyeverwrotethis' },
        { name: 'a word but not another', who: admin, query: () => 'refund -invoice' },
        { name: 'has an attachment, 30 %', who: admin, query: () => 'has:attachment delivery' },
        {
            name: 'an agent and dates',
            who: admin,
            query: (random, s) => `${anyAgent(random, s)} before:${day(random)}`,
        },
        {
            name: 'an agent, dates and 30 %',
            who: admin,
            query: (random, s) => `${anyAgent(random, s)} after:${day(random)} delivery`,
        },
        { name: 'one day and 5 %', who: admin, query: (random) => `on:${day(random)} refund` },
        { name: 'a status and 30 %', who: admin, query: () => 'status:open invoice' },
        { name: 'a status alone', who: admin, query: () => 'status:pending' },
        { name: 'an agent’s view, 30 %', who: agent, query: () => 'delivery' },
        { name: 'an agent’s view, 1 %', who: agent, query: () => 'warranty' },
        { name: 'an agent’s view, rare', who: agent, query: (random) => rare(random) },
        { name: 'a manager’s view, 30 %', who: boss, query: () => 'delivery' },
        { name: 'a manager’s view, 5 %', who: boss, query: () => 'refund' },
        { name: 'a manager’s view, 1 %', who: boss, query: () => 'warranty' },
        { name: 'a manager’s view, prefix', who: boss, query: () => 'deliv*' },
        {
            name: 'a manager’s view, agent and date',
            who: boss,
            query: (random) => `agent:me before:${day(random)}`,
        },
    ];
};
