import { decideUnfilled } from '../../core/policies/textFields.ts';
import { refuseBy, type Refused } from '../outcome.ts';

/** E6: a field that had no value is replaced before it is sent; null where none is left. */
export function refuseUnfilled(texts: readonly string[]): Refused | null {
    for (const text of texts) {
        const decision = decideUnfilled(text);
        if (!decision.allowed) return refuseBy(decision);
    }
    return null;
}
