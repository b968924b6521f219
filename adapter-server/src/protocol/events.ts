import { z } from 'zod';
import { agentRef, id, instant } from './primitives.ts';
import { notificationView, offerView, presenceView, queueCounterView } from './views.ts';

/**
 * What the server sends by itself on the socket namespace /agent.
 *
 *   client ── connect {auth: {token, protocolVersion}} ──►
 *   client ── resume {after} ──► ack {ok, value: {head}} and the missed `stream` events, or code `resync`
 *   client ── watch {interactionId | null} ──► `interaction` whenever its journal grows, `colleagues` who else has it open
 *   client ── typing {interactionId, typing} ──► told to those colleagues
 *   server ── stream ──► numbered, gapless, in order: what is addressed to this agent
 *   server ── presence, counters ──► snapshots, versioned by time; the newest wins
 */
export const streamEvent = z.discriminatedUnion('kind', [
    z.object({
        seq: z.int(),
        at: instant,
        kind: z.literal('offered'),
        offer: offerView.nullable(),
        offerId: id,
    }),
    z.object({
        seq: z.int(),
        at: instant,
        kind: z.literal('offer_ended'),
        offerId: id,
        outcome: z.enum(['accepted', 'declined', 'missed', 'withdrawn']),
    }),
    /** An interaction in one of my lists changed, joined or left it: read the lists again. */
    z.object({ seq: z.int(), at: instant, kind: z.literal('interaction_changed'), interactionId: id }),
    z.object({ seq: z.int(), at: instant, kind: z.literal('notified'), notification: notificationView }),
    /** My own status, working hours, queues or permissions changed. */
    z.object({ seq: z.int(), at: instant, kind: z.literal('me_changed') }),
]);
export type StreamEvent = z.infer<typeof streamEvent>;

export const serverEvents = {
    stream: z.object({ events: z.array(streamEvent) }),
    presence: z.object({ version: z.int(), agents: z.array(presenceView) }),
    counters: z.object({
        version: z.int(),
        queues: z.array(queueCounterView),
        /** Another than before: what is in the Spam list changed. */
        spamVersion: z.int().optional(),
    }),
    interaction: z.object({ interactionId: id, version: z.int() }),
    /** Who else has the interaction open that this tab watches, and who of them types. */
    colleagues: z.object({
        interactionId: id,
        agents: z.array(z.object({ agent: agentRef, typing: z.boolean() })),
    }),
    signedOut: z.object({ reason: z.string() }),
} as const;

export const resumeRequest = z.object({ after: z.int().min(0) });
export const watchRequest = z.object({ interactionId: id.nullable() });
/** Heeded only while the same interaction is watched. */
export const typingRequest = z.object({ interactionId: id, typing: z.boolean() });
export const socketAuth = z.object({ token: z.string().min(20).max(4_096), protocolVersion: z.int() });

/** POST /api/v1/sign-in, /api/v1/demo/sign-in and /api/v1/sign-in/salesforce answer this. */
export const signInResult = z.object({
    token: z.string(),
    expiresAt: instant,
    agent: z.object({ id, name: z.string() }),
});
export const signInRequest = z.object({
    username: z.string().min(1).max(80),
    password: z.string().min(1).max(200),
});
export const demoSignInRequest = z.object({ username: z.string().min(1).max(80) });
export const identityTokenRequest = z.object({ token: z.string().min(20).max(8_192) });
/** GET /api/v1/sign-in/options */
export const signInOptions = z.object({
    demo: z.boolean(),
    demoAgents: z.array(z.object({ username: z.string(), name: z.string(), role: z.string() })),
});
/** POST /api/v1/uploads (body: the bytes; headers: content-type, x-filename percent-encoded) */
export const uploadResult = z.object({ id, filename: z.string(), contentType: z.string(), size: z.int() });
