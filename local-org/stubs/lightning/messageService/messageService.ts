import { wireAdapter } from '../../wire';

/** @see https://developer.salesforce.com/docs/platform/lwc/guide/use-message-channel.html */
interface Channel {
    channelName: string;
}
type Listener = (message: unknown) => void;
interface Subscription {
    channelName: string;
    listener: Listener;
}

export const APPLICATION_SCOPE = Symbol('APPLICATION_SCOPE');
const context = Object.freeze({ host: 'local-org' });
export const MessageContext = wireAdapter((_config, emit) => emit(context));
export const createMessageContext = (): object => context;
export const releaseMessageContext = (): void => undefined;

const listeners = new Map<string, Set<Listener>>();

/** Messages are copied as JSON, as on the platform: what does not survive that does not arrive there either. */
export function publish(_context: unknown, channel: Channel, message: unknown): void {
    const copy: unknown = JSON.parse(JSON.stringify(message ?? null));
    listeners.get(channel.channelName)?.forEach((listener) => listener(copy));
}

export function subscribe(_context: unknown, { channelName }: Channel, listener: Listener): Subscription {
    const known = listeners.get(channelName) ?? new Set<Listener>();
    listeners.set(channelName, known.add(listener));
    return { channelName, listener };
}

export function unsubscribe(subscription: Subscription | null): void {
    if (subscription !== null) listeners.get(subscription.channelName)?.delete(subscription.listener);
}
