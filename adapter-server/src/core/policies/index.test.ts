import { describe, it, expect } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const files = readdirSync(folder);
const rules = files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
const readme = readFileSync(`${folder}README.md`, 'utf8');

describe('the folder of rules', () => {
    it.each(rules)('%s is in the index, quotes its requirement and has a test beside it', (name) => {
        expect(readme).toContain(`[${name}](${name})`);
        expect(readFileSync(folder + name, 'utf8')).toMatch(/^\/\*\*[^/]*?(\b[A-Z]\d+|Vocabulary)[^/]*?["“]/);
        expect(files).toContain(name.replace(/\.ts$/, '.test.ts'));
    });

    it('has an index that names no file that is gone', () => {
        const named = [...readme.matchAll(/\]\((\w+\.ts)\)/g)].map(([, name]) => name);
        expect(named.filter((name) => name !== undefined && !rules.includes(name))).toEqual([]);
    });
});
