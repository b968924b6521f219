import { readWholeBlob } from '../../storage/blobs.ts';
import { createAgentWorkflow } from '../../workflows/createAgent.ts';
import { retryOutbox, retryQuarantined } from '../../workflows/retryByHand.ts';
import { setMembership } from '../../workflows/setMembership.ts';
import { updateAgent } from '../../workflows/updateAgent.ts';
import { updateQueue } from '../../workflows/updateQueue.ts';
import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { ADMINISTRATION_COMMANDS } from '../../protocol/commands/administration.ts';
import type { CommandTableParts } from '../commandTable.ts';

const PARSE_TIMEOUT_MS = 15_000;

export const administrationCommands = (
    parts: CommandTableParts,
): Pick<CommandHandlers, keyof typeof ADMINISTRATION_COMMANDS> => ({
    createAgent: createAgentWorkflow(parts.hashPassword),
    updateAgent,
    setMembership,
    updateQueue,
    retryQuarantined: retryQuarantined(async (tx, mail) => {
        const raw = await readWholeBlob(tx, mail.rawSha256);
        const content = await parts.parseMail(raw, {
            timeoutMs: PARSE_TIMEOUT_MS,
            envelopeFrom: mail.envelopeFrom,
        });
        if ('unparsable' in content) return { stored: false, reason: content.unparsable };
        const outcome = await parts.receiveEmail.receiveIn(tx, {
            origin: { ...mail.origin, cursor: null },
            envelopeFrom: mail.envelopeFrom,
            envelopeTo: mail.envelopeTo,
            raw,
            content,
        });
        return outcome.outcome === 'quarantined'
            ? { stored: false, reason: 'it names no sender' }
            : { stored: true };
    }),
    retryOutbox,
});
