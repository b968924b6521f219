import { describe, expect, it } from '@jest/globals';
import { forbiddenImports } from './table.ts';

const from = (folder: string, source: string, name = 'x.ts') =>
    forbiddenImports(`adapter-server/src/${folder}/${name}`, source).map(
        ({ line, specifier }) => `${line} ${specifier}`,
    );

describe('the import table', () => {
    it('catches a forbidden folder, in every form of import', () => {
        const source = [
            "import { a } from '../storage/a.ts';",
            "import type {\n    B,\n} from '../gateway/b.ts';",
            "export * from '../channels/c.ts';",
            "const d = await import('../salesforce/d.ts');",
            "import '../telephony/e.ts';",
        ].join('\n');
        expect(from('core', source)).toEqual([
            '1 ../storage/a.ts',
            '4 ../gateway/b.ts',
            '5 ../channels/c.ts',
            '6 ../salesforce/d.ts',
            '7 ../telephony/e.ts',
        ]);
    });

    it('keeps Node and npm out of the core, but for the Temporal polyfill', () => {
        expect(from('core', "import { randomUUID } from 'node:crypto';")).toHaveLength(1);
        expect(from('core', "import { z } from 'zod';")).toHaveLength(1);
        expect(from('core', "import type { Logger } from 'pino';")).toHaveLength(1);
        expect(
            from(
                'core/policies',
                "import { Temporal } from 'temporal-polyfill';\nimport { hours } from '../duration.ts';",
            ),
        ).toEqual([]);
    });

    it.each([
        ['channels', '../telephony/sip/a.ts'],
        ['storage', '../workflows/acceptOffer.ts'],
        ['gateway', '../storage/agents.ts'],
        ['scheduler', '../storage/timers.ts'],
        ['queries', '../workflows/acceptOffer.ts'],
        ['workflows', '../gateway/http.ts'],
        ['workflows', '../channels/email/parse.ts'],
        ['ports', '../protocol/agent.ts'],
        ['protocol', '../ports/clock.ts'],
        ['channels', '../config.ts'],
    ])('%s may not import %s', (folder, specifier) => {
        expect(from(folder, `import { x } from '${specifier}';`)).toEqual([`1 ${specifier}`]);
    });

    it.each([
        ['workflows', '../storage/agents.ts'],
        ['gateway', '../queries/inbox.ts'],
        ['storage', 'pg'],
        ['channels/email', '../../ports/mail.ts'],
        ['protocol', 'zod'],
    ])('%s may import %s', (folder, specifier) => {
        expect(from(folder, `import { x } from '${specifier}';`)).toEqual([]);
    });

    it('lets a test use any package and the harness, but no closed folder', () => {
        const source =
            "import { it } from '@jest/globals';\nimport { db } from '../../test/database.ts';\nimport '../gateway/x.ts';";
        expect(from('core', source, 'x.test.ts')).toEqual(['3 ../gateway/x.ts']);
    });

    it('leaves the composition root alone, and refuses a folder it does not know', () => {
        expect(forbiddenImports('adapter-server/src/main.ts', "import './storage/pool.ts';")).toEqual([]);
        expect(from('helpers', "import '../core/x.ts';")).toHaveLength(1);
    });
});
