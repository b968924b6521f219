import { acceptOffer } from '../../workflows/acceptOffer.ts';
import {
    dismissInteraction,
    reopenInteraction,
    resolveInteraction,
    setPending,
} from '../../workflows/changeInteractionStatus.ts';
import { closeInteraction } from '../../workflows/closeInteraction.ts';
import { declineOffer } from '../../workflows/endRingingOffer.ts';
import { mergeInteraction } from '../../workflows/mergeInteraction.ts';
import {
    assignInteraction,
    pullInteraction,
    pullNext,
    returnToQueue,
} from '../../workflows/moveInteraction.ts';
import { setPriority } from '../../workflows/setPriority.ts';
import { setStatus } from '../../workflows/setStatus.ts';
import { signOutHere } from '../../workflows/signOut.ts';
import {
    markInteractionRead,
    markNotificationsRead,
    postNote,
    setNotifyBy,
} from '../../workflows/writeNotes.ts';
import type { CommandHandlers } from '../../gateway/commandHandlers.ts';
import type { WORK_COMMANDS } from '../../protocol/commands/work.ts';

export const workCommands: Pick<CommandHandlers, keyof typeof WORK_COMMANDS> = {
    setStatus,
    signOut: signOutHere,
    acceptOffer,
    declineOffer,
    pullInteraction,
    pullNext,
    assignInteraction,
    returnToQueue,
    resolveInteraction,
    reopenInteraction,
    setPending,
    closeInteraction,
    dismissInteraction,
    mergeInteraction,
    setPriority,
    markRead: markInteractionRead,
    postNote,
    markNotificationsRead,
    setNotifyBy,
};
