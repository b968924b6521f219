import { fieldValues } from '../../core/policies/fieldValues.ts';
import { chooseSignature } from '../../core/policies/signature.ts';
import { readWritingFacts } from '../../storage/fieldFacts.ts';
import type { Transaction } from '../../storage/transaction.ts';

/** The signature below what this agent sends on this interaction, its fields filled; empty where there is none. */
export async function signatureFor(tx: Transaction, interactionId: number, agentId: number): Promise<string> {
    const writing = await readWritingFacts(tx, interactionId, agentId);
    return writing ? chooseSignature(writing.signatures, fieldValues(writing.facts, tx.now)).text : '';
}
