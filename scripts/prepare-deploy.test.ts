import { describe, expect, it } from '@jest/globals';
import { withoutTypes } from './prepare-deploy.ts';

describe('a component file made ready for the platform', () => {
    it('keeps decorators and class fields, and loses its types', async () => {
        const code = await withoutTypes(
            "import { LightningElement, api } from 'lwc';\nimport type { Offer } from './types';\n" +
                'export default class X extends LightningElement {\n    @api offer?: Offer;\n    open = false;\n}\n',
        );
        expect(code).toContain('@api');
        expect(code).toContain('open = false');
        expect(code).not.toContain('Offer;');
        expect(code).not.toContain('./types');
    });

    it('leaves a module where there were only types', async () => {
        expect(await withoutTypes('export interface Offer {\n    id: number;\n}\n')).toBe('export {};\n');
    });
});
