import { audit, type AuditEntry } from '../../storage/audit.ts';
import { CommitUnknownError, type Transaction } from '../../storage/transaction.ts';
import { isConnectionLoss } from '../../storage/database.ts';

/** O5: "Audit journal of admin actions, refused commands, sign-ins …: append-only". */
export const recordAudit = (tx: Transaction, entry: AuditEntry): Promise<unknown> => audit(tx, entry);

/**
 * The database is away for a while, or broke off during the commit: whoever asked may ask again with the same command
 * id, and it is done once.
 */
export const isTemporary = (error: unknown): boolean =>
    error instanceof CommitUnknownError || isConnectionLoss(error);
