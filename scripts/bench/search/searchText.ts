import type { Random } from '../../../adapter-server/test/random.ts';

/** Invented mail: words by Zipf's law, and among them some that occur in a known share of all messages. */
export const SHARES: readonly (readonly [string, number])[] = [
    ['delivery', 0.3],
    ['invoice', 0.3],
    ['refund', 0.05],
    ['warranty', 0.01],
    ['thermostat', 0.001],
    ['zephyrine', 0.000_04],
];
const VOCABULARY = 40_000;
const SYLLABLES = [
    'ba',
    'ke',
    'li',
    'mo',
    'nu',
    'ra',
    'se',
    'ti',
    'vo',
    'xu',
    'pla',
    'gre',
    'sto',
    'dri',
    'quen',
    'fal',
];

const spelled = (n: number): string => {
    let word = '';
    for (let left = n + 17; left > 0; left = Math.floor(left / SYLLABLES.length))
        word += SYLLABLES[left % SYLLABLES.length] ?? '';
    return word;
};
const WORDS = Array.from({ length: VOCABULARY }, (_, n) => spelled(n));
export const wordOfRank = (rank: number): string => WORDS[rank % VOCABULARY] ?? '';

/** Rank r about as often as 1 / r: the 40,000 words span eleven powers of e. */
export const zipfRank = (random: Random): number =>
    Math.min(VOCABULARY - 1, Math.floor(Math.exp(random.next() * Math.log(VOCABULARY))));
const zipf = (random: Random): string => wordOfRank(zipfRank(random));

export function subjectOf(random: Random): string {
    return Array.from({ length: 3 + random.below(4) }, () => zipf(random)).join(' ');
}

/** 30 to 130 words, now and then a long one; each ends with an order number that is its own. */
export function bodyOf(random: Random, n: number): string {
    const words = Array.from({ length: random.below(50) === 0 ? 600 : 30 + random.below(100) }, () =>
        zipf(random),
    );
    for (const [word, share] of SHARES)
        if (random.next() < share) words.splice(random.below(words.length), 0, word);
    if (random.below(20) === 0) words.splice(random.below(words.length), 0, 'payment overdue notice');
    return `${words.join(' ')}.\nOrder ${orderNumber(n)}`;
}
export const orderNumber = (n: number): string => `PB-${String(n).padStart(8, '0')}`;
