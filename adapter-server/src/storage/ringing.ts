import type { Instant } from '../core/duration.ts';
import type { RoutingDecisionRecord } from '../core/routing/decisionRecord.ts';
import { statement } from './database.ts';
import { changedFields, rememberFieldsWritten, type ChangeableField } from './interactionColumns.ts';
import { saveInteraction, type Interaction } from './interactions.ts';
import { PLACE } from './places.ts';
import { storedJson } from './storedJson.ts';
import { savedIn } from './touched.ts';
import type { Gathered, Transaction } from './transaction.ts';

/** An offer that begins, of an interaction that is held for nobody and wrapped up by nobody any more. */
export interface Ringing {
    readonly i: Interaction;
    readonly offerId: number;
    readonly agentId: number;
    readonly toOriginal: boolean;
    readonly expiresAt: Instant;
    readonly decision: RoutingDecisionRecord;
    /** Who decided; null for the server. */
    readonly byAgentId: number | null;
}

/**
 * All that an offer writes but its agent's load and stream: itself, its timer, the journal's line, and what it changes of
 * its interaction. One statement for any number. A second ringing offer on one interaction violates a constraint.
 */
const ring = statement(
    'offers_ring',
    `with r as materialized (
         select * from unnest($2::int[], $3::int[], $4::int[], $5::bool[], $6::bigint[], $7::jsonb[], $8::int[], $9::int[])
             as r(interaction_id, offer_id, agent_id, to_original, expires_at, why, by_agent_id, seq)),
     offered as (
         insert into offers (id, interaction_id, agent_id, outcome, to_original, offered_at, expires_at) overriding system value
         select offer_id, interaction_id, agent_id, 'ringing', to_original, $1::bigint, expires_at from r),
     timed as (insert into timers (kind, subject_id, due_at) select 'offer_expiry', offer_id, expires_at from r),
     journaled as (
         insert into journal (interaction_id, seq, at, kind, agent_id, data)
         select interaction_id, seq, $1, why ->> 'kind', by_agent_id, why - 'kind' from r)
     update interactions i set routing_state = 'offered', routing_since = $1, agent_id = r.agent_id, why = r.why,
         held_for = null, hold_reason = null, hold_until = null, wrap_up_since = null, wrap_up_ends_at = null, journal_seq = r.seq
     from r where i.id = r.interaction_id and i.id = any($2)`,
);
/** What that statement writes of an interaction. */
const WRITTEN: ReadonlySet<ChangeableField> = new Set([
    'routingState',
    'routingSince',
    'agentId',
    'why',
    'heldFor',
    'holdReason',
    'holdUntil',
    'wrapUpSince',
    'wrapUpEndsAt',
    'journalSeq',
]);

const rings: Gathered<Ringing & { readonly seq: number }> = {
    name: 'ringing',
    until: 'read',
    place: PLACE.ringing,
    write: (tx, rows) => {
        void tx.later(ring, [
            tx.now,
            rows.map(({ i }) => i.id),
            rows.map(({ offerId }) => offerId),
            rows.map(({ agentId }) => agentId),
            rows.map(({ toOriginal }) => toOriginal),
            rows.map(({ expiresAt }) => expiresAt),
            rows.map(({ decision }) => storedJson(decision)),
            rows.map(({ byAgentId }) => byAgentId),
            rows.map(({ seq }) => seq),
        ]);
        for (const { i } of rows) rememberFieldsWritten(i, WRITTEN);
    },
};

/** Under the interaction's lock. Written when the transaction next reads, or commits. */
export function beginRinging(tx: Transaction, ringing: Ringing): void {
    const { i, agentId, decision } = ringing;
    i.routingState = 'offered';
    i.routingSince = tx.now;
    i.agentId = agentId;
    i.why = decision;
    i.journalSeq += 1;
    tx.gather(rings, i.id, { ...ringing, seq: i.journalSeq });
    // What else it has changed goes first, and all of it: a rule of the table may be about both.
    if (changedFields(i).some((field) => !WRITTEN.has(field))) void saveInteraction(tx, i);
    savedIn(tx, i);
    tx.signals.interactions.add(i.id);
    tx.signals.counters = true;
    tx.signals.timers = true;
}
