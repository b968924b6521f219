/** Wakes the one who waits; rung while nobody waits, it is heard at the next wait. */
export interface Bell {
    ring(): void;
    wait(limitMs: number): Promise<void>;
}

export function createBell(): Bell {
    let rung = false;
    let wake: (() => void) | null = null;
    return {
        ring() {
            rung = true;
            wake?.();
        },
        async wait(limitMs) {
            if (!rung) {
                await new Promise<void>((resolve) => {
                    const timer = setTimeout(resolve, limitMs);
                    wake = () => {
                        clearTimeout(timer);
                        resolve();
                    };
                });
            }
            wake = null;
            rung = false;
        },
    };
}
