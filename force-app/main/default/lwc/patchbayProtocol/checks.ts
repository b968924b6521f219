/**
 * What the generated validators are made of. A check answers what is wrong, with the path to it, or null.
 * Unknown fields are let through: a server one release ahead may send more.
 */
export type Check = (value: unknown, path: string) => string | null;

interface Limits {
    min?: number;
    max?: number;
    pattern?: RegExp;
}

const wrong = (path: string, expected: string): string => `${path}: expected ${expected}`;

function outside(size: number, { min = -Infinity, max = Infinity }: Limits): boolean {
    return size < min || size > max;
}

export function text(limits: Limits = {}): Check {
    return (value, path) => {
        if (typeof value !== 'string') return wrong(path, 'text');
        if (outside(value.length, limits)) return wrong(path, 'text of another length');
        return limits.pattern === undefined || limits.pattern.test(value) ? null : wrong(path, 'other text');
    };
}

export function whole(limits: Limits = {}): Check {
    return (value, path) =>
        Number.isSafeInteger(value) && !outside(value as number, limits)
            ? null
            : wrong(path, 'a whole number');
}

export const truth: Check = (value, path) =>
    typeof value === 'boolean' ? null : wrong(path, 'true or false');

export function oneOf(values: readonly unknown[]): Check {
    return (value, path) => (values.includes(value) ? null : wrong(path, `one of ${values.join(', ')}`));
}

export function orNull(check: Check): Check {
    return (value, path) => (value === null ? null : check(value, path));
}

export function optional(check: Check): Check {
    return (value, path) => (value === undefined ? null : check(value, path));
}

export function list(check: Check, limits: Limits = {}): Check {
    return (value, path) => {
        if (!Array.isArray(value)) return wrong(path, 'a list');
        if (outside(value.length, limits)) return wrong(path, 'a list of another length');
        return firstProblem(value.map((item, index) => () => check(item, `${path}[${index}]`)));
    };
}

export function dictionary(check: Check): Check {
    return (value, path) =>
        isObject(value)
            ? firstProblem(
                  Object.entries(value).map(
                      ([name, item]) =>
                          () =>
                              check(item, `${path}.${name}`),
                  ),
              )
            : wrong(path, 'an object');
}

export function shape(fields: Readonly<Record<string, Check>>): Check {
    return (value, path) =>
        isObject(value)
            ? firstProblem(
                  Object.entries(fields).map(
                      ([name, check]) =>
                          () =>
                              check(value[name], `${path}.${name}`),
                  ),
              )
            : wrong(path, 'an object');
}

/** One of several shapes, told apart by their field `kind`. */
export function byKind(shapes: Readonly<Record<string, Check | undefined>>): Check {
    return (value, path) => {
        const kind = isObject(value) ? value.kind : undefined;
        const check = typeof kind === 'string' && Object.hasOwn(shapes, kind) ? shapes[kind] : undefined;
        return check === undefined
            ? wrong(`${path}.kind`, Object.keys(shapes).join(', '))
            : check(value, path);
    };
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstProblem(checks: readonly (() => string | null)[]): string | null {
    for (const check of checks) {
        const problem = check();
        if (problem !== null) return problem;
    }
    return null;
}
