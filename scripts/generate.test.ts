import { describe, expect, it } from '@jest/globals';
import { pathToFileURL } from 'node:url';
import { repositoryRoot } from '../local-org/paths.ts';
import { changedFiles, generate, generatedFiles } from './generate.ts';
import { pascal, readProtocol } from './generate/protocolSchemas.ts';

type Check = (value: unknown, path: string) => string | null;

const dir = `${pathToFileURL(repositoryRoot).href}/force-app/main/default/lwc/patchbayProtocol`;
const protocol = readProtocol();
const { examples } = (await import(`${dir}/__tests__/examples.ts`)) as { examples: Record<string, unknown> };
const validators = (await import(`${dir}/validators.ts`)) as unknown as Record<string, Check>;

const spoiled: readonly unknown[] = [null, undefined, 'neither', -1.5, true, [], {}, { kind: 'unheard_of' }];

/** The value with each of its places, however deep, replaced by each of the spoiled ones. */
function* spoil(value: unknown): Generator<unknown> {
    yield* spoiled;
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
        for (const worse of spoil(inner)) {
            if (worse === undefined && Array.isArray(value)) continue;
            const copy = structuredClone(value) as Record<string, unknown>;
            if (worse === undefined) Reflect.deleteProperty(copy, key);
            else copy[key] = worse;
            yield copy;
        }
    }
}

function check(name: string, value: unknown): boolean {
    const validator = validators[name.charAt(0).toLowerCase() + name.slice(1)];
    if (validator === undefined) throw new Error(`no validator ${name}`);
    return validator(value, name) === null;
}

const accepts = (name: string, value: unknown): boolean =>
    protocol.zod.get(name)?.safeParse(value).success === true;

describe('the validators of the components agree with the schemas of the server', () => {
    it.each(Object.keys(examples))(
        '%s: the example passes on both sides, spoiled ones fail on both',
        (name) => {
            const good = examples[name];
            expect(accepts(name, good)).toBe(true);
            expect(check(name, good)).toBe(true);
            let refused = 0;
            for (const value of spoil(good)) {
                const verdict = accepts(name, value);
                if (check(name, value) !== verdict)
                    throw new Error(
                        `${name}: server says ${verdict}, validator not: ${JSON.stringify(value)}`,
                    );
                if (!verdict) refused += 1;
            }
            expect(refused).toBeGreaterThan(0);
        },
    );

    it('lets fields of a newer server through', () => {
        const newer = { ...(examples['RoutingView'] as object), addedLater: 1 };
        expect(check('RoutingView', newer)).toBe(true);
    });

    it('has a check for every command, query and event', () => {
        const tables = validators as unknown as Record<string, Record<string, Check>>;
        const operations = [...protocol.commands, ...protocol.queries].sort();
        expect(Object.keys(tables['argsChecks'] ?? {}).sort()).toEqual(operations);
        expect(Object.keys(tables['resultChecks'] ?? {}).sort()).toEqual(operations);
        expect(Object.keys(tables['eventChecks'] ?? {})).toEqual(protocol.serverEvents);
        expect(validators).toHaveProperty(`${protocol.serverEvents[0] ?? ''}Message`);
        expect(pascal('sendReply')).toBe('SendReply');
    });
});

describe('what is committed', () => {
    it('is what the generator writes now', async () => {
        expect(await generate({ check: true })).toEqual([]);
    });

    it('is noticed as stale where it differs', async () => {
        const files = (await generatedFiles()).filter((file) => file.committed);
        const [first] = files;
        const textOf = (path: string): string | null =>
            path === first?.path ? 'older' : (files.find((file) => file.path === path)?.text ?? null);
        expect(changedFiles(files, textOf)).toEqual([first]);
    });
});
