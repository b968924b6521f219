import { later } from './localStore';

/**
 * What a browser that is killed has on its disk. It writes localStorage there after many seconds only, and loses what it
 * had not (tried: three seconds of typing, all of it); a finished transaction of IndexedDB is there at once.
 */
export interface DurableStore {
    read(key: string): Promise<string | null>;
    /** Of several to one key that wait, the last. */
    write(key: string, value: string): void;
    /** When nothing waits any more, or within a moment where the disk does not answer. */
    written(): Promise<void>;
}

/** Milliseconds that somebody waits for a disk; then it is as if there were none. */
const ANSWER_WITHIN = 400;
const DATABASE = 'patchbay';
const STORE = 'kept';
/** Milliseconds after which nobody asks any more whether something was forgotten. */
const FORGOTTEN_FOR = 86_400_000;

interface Forgotten {
    forgotten?: boolean;
    at?: number;
}

const inTime = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
    Promise.race([
        work.catch(() => otherwise),
        new Promise<T>((resolve) => {
            later(ANSWER_WITHIN, () => resolve(otherwise));
        }),
    ]);

const finished = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The browser keeps nothing.'));
    });

function opened(factory: IDBFactory): Promise<IDBDatabase> {
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return finished(request);
}

/** That something was forgotten has to outlive a crash, and not for ever. */
function tidy(database: IDBDatabase): void {
    const before = Date.now() - FORGOTTEN_FOR;
    const request = database.transaction(STORE, 'readwrite').objectStore(STORE).openCursor();
    request.onsuccess = () => {
        const cursor = request.result;
        if (!cursor) return;
        const { forgotten = false, at = 0 } = JSON.parse(String(cursor.value)) as Forgotten;
        if (forgotten && at < before) cursor.delete();
        cursor.continue();
    };
}

export function createDurableStore(factory: IDBFactory): DurableStore {
    let database: Promise<IDBDatabase> | null = null;
    let writing: Promise<void> | null = null;
    const waiting = new Map<string, string>();

    const open = (): Promise<IDBDatabase> => {
        if (!database) {
            database = opened(factory);
            void database.then(tidy).catch(() => undefined);
        }
        return database;
    };
    async function put(values: readonly [string, string][]): Promise<void> {
        const transaction = (await open()).transaction(STORE, 'readwrite');
        for (const [key, value] of values) transaction.objectStore(STORE).put(value, key);
        await new Promise<void>((resolve, reject) => {
            transaction.oncomplete = () => resolve();
            transaction.onabort = () => reject(transaction.error ?? new Error('The browser keeps nothing.'));
        });
    }
    async function writeAll(): Promise<void> {
        const values = [...waiting];
        waiting.clear();
        // What cannot be kept here is in localStorage still, and soon on the server.
        await put(values).catch(() => undefined);
        if (waiting.size > 0) await writeAll();
        else writing = null;
    }

    return {
        async read(key) {
            const value = waiting.get(key);
            if (value !== undefined) return value;
            const get = async (): Promise<unknown> =>
                finished((await open()).transaction(STORE).objectStore(STORE).get(key));
            const found = await inTime(get(), null);
            return typeof found === 'string' ? found : null;
        },
        write(key, value) {
            waiting.set(key, value);
            writing ??= writeAll();
        },
        written: () => inTime(writing ?? Promise.resolve(), undefined),
    };
}

let store: DurableStore | null = null;

/** The page's only one; null where the browser has none, or forbids it. */
export function durableStore(): DurableStore | null {
    try {
        if (typeof window.indexedDB === 'undefined' || window.indexedDB === null) return null;
        store ??= createDurableStore(window.indexedDB);
        return store;
    } catch {
        return null;
    }
}
