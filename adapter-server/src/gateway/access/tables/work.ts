import type { WORK_COMMANDS } from '../../../protocol/commands/work.ts';
import type { WORK_QUERIES } from '../../../protocol/queries/work.ts';
import type { RulesOf } from '../../authorization.ts';
import { EVERYONE, self, directory, filtered, read, work, ownOffer } from '../rules.ts';

export const WORK_RULES: RulesOf<keyof typeof WORK_COMMANDS | keyof typeof WORK_QUERIES> = {
    setStatus: self,
    signOut: self,
    acceptOffer: ownOffer,
    declineOffer: ownOffer,
    pullInteraction: work,
    pullNext: { roles: EVERYONE, check: 'queue:work', queue: (args) => args.queueId },
    assignInteraction: {
        roles: EVERYONE,
        check: 'interaction:assign',
        interaction: (args) => args.interactionId,
        to: (args) => args.agentId,
    },
    returnToQueue: work,
    resolveInteraction: work,
    reopenInteraction: work,
    setPending: work,
    closeInteraction: work,
    dismissInteraction: work,
    mergeInteraction: {
        roles: EVERYONE,
        check: 'interaction:work',
        interactions: (args) => [args.interactionId, args.intoInteractionId],
    },
    setPriority: work,
    markRead: read,
    postNote: work,
    markNotificationsRead: self,
    setNotifyBy: self,
    loadWorkspace: self,
    listInteractions: filtered,
    getInteraction: read,
    getContactFeed: read,
    listPresence: directory,
    listNotifications: self,
};
