export type Emit = (value: unknown) => void;
type Start = (config: Record<string, unknown>, emit: Emit) => void | (() => void);

/** The smallest wire adapter that the LWC engine accepts. `start` may answer what ends it. */
export function wireAdapter(start: Start) {
    return class {
        emit: Emit;
        stop: void | (() => void) = undefined;
        constructor(emit: Emit) {
            this.emit = emit;
        }
        update(config: Record<string, unknown> | undefined): void {
            this.stop?.();
            this.stop = start(config ?? {}, this.emit);
        }
        connect(): void {
            // the value comes with update()
        }
        disconnect(): void {
            this.stop?.();
            this.stop = undefined;
        }
    };
}
