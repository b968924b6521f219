import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VARIABLES } from '../src/config/variables.ts';
import { COMMANDS, REFUSAL_CODES } from '../src/protocol/commands.ts';
import { serverEvents, streamEvent } from '../src/protocol/events.ts';
import { QUERIES } from '../src/protocol/queries.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');

/** `name`, as a whole word in code. */
const missing = (names: readonly string[], text: string): string[] =>
    names.filter((name) => !text.includes(`\`${name}\``));

describe('docs/api.md', () => {
    const text = read('docs/api.md');

    it.each([
        ['commands', Object.keys(COMMANDS)],
        ['queries', Object.keys(QUERIES)],
        ['events', Object.keys(serverEvents)],
        ['stream events', streamEvent.options.map((option) => option.shape.kind.value)],
        ['refusal codes', [...REFUSAL_CODES]],
    ])('names all %s', (_what, names) => {
        expect(names.length).toBeGreaterThan(4);
        expect(missing(names, text)).toEqual([]);
    });
});

describe('.env.example', () => {
    const listed = [...read('.env.example').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);

    it('lists every variable, and none that does not exist', () => {
        expect(listed.sort()).toEqual(Object.keys(VARIABLES).sort());
    });
});

describe('docs/operate.md', () => {
    it('names every metric of the center', () => {
        const sources = read('adapter-server/src/gateway/metrics/metrics.ts');
        const center = read('adapter-server/src/gateway/metrics/centerGauges.ts');
        const names = [
            ...[...sources.matchAll(/'(patchbay_\w+)'/g)].map(([, name]) => name ?? ''),
            ...[...center.matchAll(/(?:gauge|labelled)\('(\w+)'/g)].map(([, name]) => `patchbay_${name}`),
            'patchbay_command_seconds',
            'patchbay_query_seconds',
        ];
        expect(names.length).toBeGreaterThan(11);
        const text = read('docs/operate.md');
        expect(names.filter((name) => !text.includes(`\`${name}`))).toEqual([]);
    });
});

describe('docs/requirements.md', () => {
    const text = read('docs/requirements.md');
    const folders: Readonly<Record<string, string>> = {
        src: 'adapter-server/src',
        scenarios: 'adapter-server/test/scenarios',
        lwc: 'force-app/main/default/lwc',
    };

    it('has every row once, in order', () => {
        const sizes = { E: 12, C: 5, V: 13, R: 9, W: 10, A: 11, L: 4, O: 5 };
        const rows = Object.entries(sizes).flatMap(([letter, size]) =>
            Array.from({ length: size }, (_none, n) => `${letter}${n + 1}`),
        );
        expect([...text.matchAll(/^\| ([A-Z]\d+) +\|/gm)].map(([, row]) => row)).toEqual(rows);
    });

    it('names only code and tests that exist', () => {
        const paths = [...text.matchAll(/`([\w-]+\/[\w/.-]+)`/g)].map(([, path = '']) => {
            const [first = '', ...rest] = path.split('/');
            return [folders[first] ?? first, ...rest].join('/');
        });
        expect(paths.length).toBeGreaterThan(100);
        expect(paths.filter((path) => !existsSync(root + path))).toEqual([]);
    });

    it('names a test for all that is done', () => {
        const done = text.split('\n').filter((line) => line.includes('**done**') && line.startsWith('|'));
        expect(done.length).toBeGreaterThan(5);
        expect(done.filter((line) => !/\.test\.ts`[^|]*\|$/.test(line))).toEqual([]);
    });
});
