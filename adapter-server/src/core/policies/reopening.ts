/** E8: "Closed cannot be replied to; a customer reply reopens it." */
import type { InteractionStatus } from '../vocabulary.ts';

/**
 * The status after a person of the customer's side wrote. New stays New, since nobody of ours has
 * answered yet; Pending, Resolved and Closed become Open again. (Automatic mail changes no status:
 * automaticMail.ts.)
 */
export function statusAfterCustomerMessage(status: InteractionStatus): InteractionStatus {
    return status === 'new' ? 'new' : 'open';
}
