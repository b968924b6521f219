import type {
    AttachmentView,
    CommandArgs,
    CommandName,
    CommandResult,
    InteractionSummary,
    MeView,
    NotificationView,
    OfferView,
    PresenceView,
    QueryArgs,
    QueryName,
    QueryResult,
    QueueCounterView,
    Reply,
    ServerEvents,
    SignInOptions,
    SignInResult,
    UploadResult,
} from 'c/patchbayProtocol';

/**
 *   loading ─► signed_out ─► connecting ─► ready ◄─► offline
 *      └───────────────────────▲  │ another protocol, no adapter address
 *       (a token of this tab)     └─► failed
 */
export type Phase = 'loading' | 'signed_out' | 'connecting' | 'ready' | 'offline' | 'failed';

/** One moment of what this agent sees. Never changed in place: a new one replaces it. */
export interface SessionState {
    readonly phase: Phase;
    /** On the server's clock; null while connected. */
    readonly offlineSince: number | null;
    /** Why it failed, or why the server ended the session; for people. */
    readonly problem: string | null;
    readonly me: MeView | null;
    readonly offers: readonly OfferView[];
    readonly mine: readonly InteractionSummary[];
    readonly heldForMe: readonly InteractionSummary[];
    readonly presence: readonly PresenceView[];
    readonly queues: readonly QueueCounterView[];
    /** Another than before: what is in the Spam list changed. */
    readonly spamVersion: number;
    /** Newest first. */
    readonly notifications: readonly NotificationView[];
    /** Who else has the watched interaction open, as last told. */
    readonly colleagues: ServerEvents['colleagues'] | null;
    /** Milliseconds to add to this machine's clock for the server's. */
    readonly serverOffset: number;
    /** Commands that the server has not acknowledged yet. */
    readonly pendingCommands: number;
}

export interface Session {
    readonly state: SessionState;
    /** Called after each change. @returns what stops it */
    subscribe(listener: (state: SessionState) => void): () => void;
    /** Epoch milliseconds on the server's clock. */
    serverNow(): number;

    signInOptions(): Promise<SignInOptions>;
    signIn(username: string, password: string): Promise<Reply<SignInResult>>;
    /** Exists only where the server runs as a demo. */
    demoSignIn(username: string): Promise<Reply<SignInResult>>;
    signInWithOrg(identityToken: string): Promise<Reply<SignInResult>>;
    signOut(): Promise<void>;

    /**
     * Does the work once, however often the connection drops; waits for the answer as long as that takes.
     * @param id of one that was given before, by this page or the one before a reload: it is answered, not done again
     */
    command<N extends CommandName>(
        name: N,
        args: CommandArgs<N>,
        id?: string,
    ): Promise<Reply<CommandResult<N>>>;
    query<N extends QueryName>(name: N, args: QueryArgs<N>): Promise<Reply<QueryResult<N>>>;
    /** `onChange` is called when the interaction's journal grew, and after a reconnection. @returns what stops it */
    watch(interactionId: number, onChange: () => void): () => void;
    /** Tells colleagues who have it open that this agent types there, or has stopped. */
    typing(interactionId: number, typing: boolean): void;

    /** @param onProgress gets 0 to 1 */
    upload(file: File, onProgress?: (part: number) => void, inline?: boolean): Promise<Reply<UploadResult>>;
    /** @returns an object URL, to be revoked by the caller */
    download(attachment: Pick<AttachmentView, 'id'>): Promise<Reply<{ url: string }>>;
    /** A mail that could not be read, as it came; the URL is the caller's to revoke. */
    downloadQuarantined(id: number): Promise<Reply<{ url: string }>>;
}

export interface SessionClock {
    /** Epoch milliseconds of this machine. */
    now(): number;
    /** @returns what cancels it */
    after(milliseconds: number, run: () => void): () => void;
}

export interface KeyValueStorage {
    getItem(key: string): string | null;
    setItem(key: string, value: string): void;
    removeItem(key: string): void;
}

/** The part of the socket.io client that is used. */
export interface AgentSocket {
    readonly connected: boolean;
    /** Whether it will try to connect again by itself. */
    readonly active: boolean;
    on(event: string, listener: (...args: never[]) => void): unknown;
    emit(event: string, ...args: unknown[]): unknown;
    connect(): unknown;
    disconnect(): unknown;
}
export type SocketFactory = (url: string, options: Record<string, unknown>) => AgentSocket;

export interface SessionDependencies {
    /** Where the adapter is, and in Salesforce the identity token to sign in with. Asked again for each sign-in. */
    connection(): Promise<{ serverUrl: string; identityToken: string | null }>;
    loadSocketIo(): Promise<SocketFactory>;
    storage: KeyValueStorage;
    clock: SessionClock;
    fetch: typeof fetch;
    createRequest(): XMLHttpRequest;
    /** A fresh id for a command. */
    newId(): string;
    log(message: string): void;
}
