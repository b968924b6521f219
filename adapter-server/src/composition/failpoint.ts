/**
 * Tests only (PATCHBAY_FAILPOINT): the process kills itself with SIGKILL when it comes to the named place, as a power
 * cut would. `name` or `name#3` for the third time.
 */
export function failpointFrom(setting: string | null): (name: string) => void {
    if (setting === null) return () => undefined;
    const [wanted, times = '1'] = setting.split('#');
    let left = Number(times);
    return (name) => {
        if (name !== wanted) return;
        left -= 1;
        if (left === 0) process.kill(process.pid, 'SIGKILL');
    };
}
