/**
 * Which interaction to look at, asked from anywhere: the utility, a notification, a popped-out window. Under Lightning
 * Web Security custom events do not cross a popped-out utility, so other windows are told through storage.
 */

const KEY = 'patchbay.open';
const REMEMBERED = 'patchbay.current';
type Listener = (interactionId: number) => void;

const listeners = new Set<Listener>();

function storage(kind: 'localStorage' | 'sessionStorage' = 'localStorage'): Storage | null {
    try {
        return window[kind];
    } catch {
        return null;
    }
}

function heard(event: StorageEvent): void {
    if (event.key !== KEY || event.newValue === null) return;
    const interactionId = Number(event.newValue.split(' ')[0]);
    if (Number.isInteger(interactionId) && interactionId > 0)
        listeners.forEach((listener) => listener(interactionId));
}

/** The workspace listens here. @returns what stops it */
export function onOpen(listener: Listener): () => void {
    if (listeners.size === 0) window.addEventListener('storage', heard);
    listeners.add(listener);
    return () => {
        listeners.delete(listener);
        if (listeners.size === 0) window.removeEventListener('storage', heard);
    };
}

/** @returns whether a workspace on this page has taken it; other windows are told in any case */
export function openInteraction(interactionId: number, turn: number): boolean {
    // The turn makes the value differ, so that the same interaction asked for twice is heard twice.
    storage()?.setItem(KEY, `${interactionId} ${turn}`);
    listeners.forEach((listener) => listener(interactionId));
    return listeners.size > 0;
}

/** What this tab shows now, for after a reload. */
export function rememberOpen(agentId: number, interactionId: number | null): void {
    storage('sessionStorage')?.setItem(REMEMBERED, `${agentId} ${interactionId ?? ''}`);
}

/** @returns what this agent had open in this tab; null for another agent */
export function rememberedOpen(agentId: number): number | null {
    const [whose, what] = (storage('sessionStorage')?.getItem(REMEMBERED) ?? '').split(' ').map(Number);
    return whose === agentId && what ? what : null;
}
