import type { KeyValueStorage } from './sessionTypes';

const KEY = 'patchbay.session';

export interface StoredToken {
    readonly token: string;
    /** Epoch milliseconds on the server's clock. */
    readonly expiresAt: number;
    readonly serverUrl: string;
}

/** The token lives as long as the tab: a reload keeps it, a new tab signs in by itself. */
export interface TokenStorage {
    read(serverUrl: string): StoredToken | null;
    write(token: StoredToken): void;
    clear(): void;
}

function isStoredToken(value: unknown): value is StoredToken {
    const { token, expiresAt, serverUrl } = (value ?? {}) as Partial<StoredToken>;
    return typeof token === 'string' && typeof expiresAt === 'number' && typeof serverUrl === 'string';
}

export function createTokenStorage(storage: KeyValueStorage): TokenStorage {
    return {
        read(serverUrl) {
            try {
                const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
                // A token is shown to the server that gave it and to no other.
                return isStoredToken(value) && value.serverUrl === serverUrl ? value : null;
            } catch {
                return null;
            }
        },
        write(token) {
            storage.setItem(KEY, JSON.stringify(token));
        },
        clear() {
            storage.removeItem(KEY);
        },
    };
}
