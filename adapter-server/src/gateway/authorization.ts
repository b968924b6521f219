import type { CommandArgs, CommandName } from '../protocol/commands.ts';
import type { QueryArgs, QueryName } from '../protocol/queries.ts';
import type { FileArgs, FileOperation, Rule } from './access/rule.ts';

export type OperationName = CommandName | QueryName | FileOperation;
export type OperationArgs<N extends OperationName> = N extends CommandName
    ? CommandArgs<N>
    : N extends QueryName
      ? QueryArgs<N>
      : FileArgs;
type Table = { readonly [N in OperationName]: Rule<OperationArgs<N>> };

const EVERYONE = ['agent', 'manager', 'admin'] as const;
const ADMINS = ['admin'] as const;

const self = { roles: EVERYONE, check: 'self' } as const;
const directory = { roles: EVERYONE, check: 'directory' } as const;
const filtered = { roles: EVERYONE, check: 'filtered' } as const;
const organization = { roles: ADMINS, check: 'organization' } as const;

interface OnInteraction {
    readonly interactionId: number;
}
const one = (args: OnInteraction): number[] => [args.interactionId];
const read: Rule<OnInteraction> = { roles: EVERYONE, check: 'interaction:read', interactions: one };
const work: Rule<OnInteraction> = { roles: EVERYONE, check: 'interaction:work', interactions: one };
const workWithUploads: Rule<OnInteraction & { uploads: number[] }> = {
    roles: EVERYONE,
    check: 'interaction:work',
    interactions: one,
    uploads: (args) => args.uploads,
};
const ownOffer: Rule<{ offerId: number }> = {
    roles: EVERYONE,
    check: 'offer:own',
    offer: (args) => args.offerId,
};

/**
 * Who may do what, whole: role × operation × whose object. The compiler refuses an operation without a row, and what
 * has no row is refused (O5 audits it). Facts and rules of sight are core/policies/visibility.ts.
 */
export const AUTHORIZATION: Table = {
    setStatus: self,
    signOut: self,
    markNotificationsRead: self,
    setNotifyBy: self,

    acceptOffer: ownOffer,
    declineOffer: ownOffer,
    pullInteraction: work,
    pullNext: { roles: EVERYONE, check: 'queue:work', queue: (args) => args.queueId },
    returnToQueue: work,
    assignInteraction: {
        roles: EVERYONE,
        check: 'interaction:assign',
        interaction: (args) => args.interactionId,
        to: (args) => args.agentId,
    },

    sendReply: workWithUploads,
    saveDraft: workWithUploads,
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
    markRead: read,
    postNote: work,

    createAgent: organization,
    updateAgent: organization,
    setMembership: organization,
    updateQueue: organization,
    retryQuarantined: organization,
    retryOutbox: organization,

    loadWorkspace: self,
    listNotifications: self,
    listPresence: directory,
    listQueues: directory,
    listInteractions: filtered,
    listAgents: filtered,
    getInteraction: read,
    getContactFeed: read,
    listAudit: organization,
    listQuarantine: organization,
    listOutbox: organization,
    listMailboxes: organization,

    uploadFile: self,
    downloadAttachment: { roles: EVERYONE, check: 'attachment:read', attachment: (args) => args.id },
    downloadRawMessage: { roles: EVERYONE, check: 'message:read', message: (args) => args.id },
    downloadQuarantined: organization,
};

/** Done ones are audited too (O5: "admin actions"). */
export const isAdministrative = (name: OperationName): boolean =>
    AUTHORIZATION[name].check === 'organization';
