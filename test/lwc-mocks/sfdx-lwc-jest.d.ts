declare module '@salesforce/sfdx-lwc-jest' {
    import type { WireAdapterConstructor } from 'lwc';
    type TestWireAdapter = WireAdapterConstructor & {
        emit(value?: unknown): void;
        error(body?: unknown, status?: number): void;
        getLastConfig(): unknown;
    };
    export function createTestWireAdapter(fn?: unknown): TestWireAdapter;
    export function createApexTestWireAdapter(fn?: unknown): TestWireAdapter;
}
