import type { OperationName } from '../src/gateway/authorization.ts';
import type { CommandHandlers } from '../src/gateway/commandHandlers.ts';
import { COMMANDS, type CommandName } from '../src/protocol/commands.ts';
import { insertAttachment } from '../src/storage/attachments.ts';
import { storeBlob } from '../src/storage/blobs.ts';
import { insertMessage, reserveMessageIds } from '../src/storage/messages.ts';
import { quarantineMail } from '../src/storage/quarantine.ts';
import { done } from '../src/workflows/outcome.ts';
import { aContactCenter, anAgent } from './firstRunCenter.ts';
import { openGateway, type GatewayUnderTest } from './gatewayServer.ts';

/** The objects that one side of the fence knows. */
export interface Objects {
    readonly interaction: number;
    readonly queue: number;
    /** Who could get the interaction. */
    readonly agent: number;
    readonly offer: number;
    readonly message: number;
    readonly attachment: number;
    readonly upload: number;
}

const SALES = [{ queue: 'Sales', priority: 'medium' as const }];
/** Ana and Ben work in Support, Mia leads them; Zoe works in Sales, where nobody of them has any business. */
const file = aContactCenter({
    agents: [
        anAgent('ada', { role: 'admin', queues: [] }),
        anAgent('mia', { role: 'manager', queues: [], permissions: ['email_search'] }),
        anAgent('ana', { reportsTo: 'mia', permissions: ['email_search'] }),
        anAgent('ben', { reportsTo: 'mia' }),
        anAgent('zoe', { queues: SALES }),
    ],
});

const RESULTS: Partial<Record<CommandName, object>> = {
    acceptOffer: { interactionId: 1 },
    saveContentRule: { ruleId: 1 },
    pullNext: { interactionId: null },
    sendReply: { messageId: 1, leavesAt: null },
    sendForward: { messageId: 1, leavesAt: null },
    sendNewMail: { messageId: 1, leavesAt: null },
    attachFromMessage: { uploads: [] },
    startMail: { interactionId: 1 },
    undoSend: { interactionId: 1 },
    saveDraft: {
        saved: true,
        draft: {
            kind: 'reply',
            text: '',
            html: null,
            to: null,
            cc: [],
            bcc: [],
            subject: null,
            uploads: [],
            forwards: null,
            answers: null,
            scheduledFor: null,
            savedAt: 0,
            version: 1,
        },
    },
    postNote: { noteId: 1 },
    splitMessage: { interactionId: 1 },
    createAgent: { agentId: 1 },
    saveQuickReply: { quickReplyId: 1 },
    saveOwnQuickReply: { quickReplyId: 1 },
    saveMacro: { macroId: 1 },
    saveOwnMacro: { macroId: 1 },
    runMacro: { insert: null, messageId: null },
    saveSearch: { savedSearchId: 1 },
    addTag: { tag: 'vip' },
    createTag: { tagId: 1 },
    renameTag: { tagId: 1, merged: false },
    deleteTag: { interactions: 0 },
    blockSender: { blockId: 1 },
    addBlock: { blockId: 1 },
    removeBlock: { released: 0, left: false },
    createMailbox: { mailboxId: 1 },
    rotateEncryptionKey: { resealed: 0, unreadable: 0 },
};
/** Whoever gets this far was let in: what a command then does is its own tests' business. */
const letIn = Object.fromEntries(
    Object.keys(COMMANDS).map((name) => [name, async () => done(RESULTS[name as CommandName] ?? {})]),
) as unknown as CommandHandlers;

export async function openAuthorizationWorld() {
    const server = await openGateway({ file, commands: letIn });
    for (const name of ['ana', 'ben', 'zoe']) await server.signIn(name);
    const own = await objectsOf(server, {
        queue: 'Support',
        worker: 'ben',
        offeredTo: 'ana',
        uploader: 'ana',
    });
    const foreign = await objectsOf(server, {
        queue: 'Sales',
        worker: 'zoe',
        offeredTo: 'zoe',
        uploader: 'zoe',
    });
    const quarantined = await server.inTransaction(async (tx) =>
        quarantineMail(tx, {
            reason: 'test',
            rawSha256: await storeBlob(tx, Buffer.from('raw')),
            origin: { kind: 'smtp', mailboxId: null, cursor: null },
            envelopeFrom: null,
            envelopeTo: [],
        }),
    );
    return { server, own, foreign, quarantined };
}

/** Assigned to `worker`; a second one rings at `offeredTo`. */
async function objectsOf(
    server: GatewayUnderTest,
    of: { queue: string; worker: string; offeredTo: string; uploader: string },
): Promise<Objects> {
    const interaction = await server.assigned(of.worker, false, of.queue);
    const ringing = await server.waiting(of.offeredTo, of.queue);
    const [offer] = await server.rows<{ id: number }>(`select id from offers where interaction_id = $1`, [
        ringing,
    ]);
    const uploader = await server.agentId(of.uploader);
    return {
        interaction,
        queue: await server.queueId(of.queue),
        agent: await server.agentId(of.worker),
        offer: offer?.id ?? 0,
        ...(await filesOn(server, interaction, uploader)),
    };
}

const filesOn = (server: GatewayUnderTest, interactionId: number, uploader: number) =>
    server.inTransaction(async (tx) => {
        const bytes = Buffer.from(`bytes on ${interactionId}`);
        const sha256 = await storeBlob(tx, bytes);
        const [message = 0] = await reserveMessageIds(tx, 1);
        await insertMessage(tx, message, {
            interactionId,
            direction: 'inbound',
            kind: 'message',
            messageId: `<${interactionId}@customer.example.com>`,
            contentHash: null,
            inReplyTo: [],
            threadReferences: [],
            fromName: 'Maria Customer',
            fromAddress: 'maria@customer.example.com',
            replyTo: [],
            recipients: [],
            cc: [],
            envelopeTo: [],
            subject: 'Where is my order?',
            textBody: 'Hello',
            htmlBody: null,
            at: tx.now,
            agentId: null,
            rawSha256: sha256,
            authentication: null,
            deliveryState: null,
        });
        const part = { filename: 'a.txt', contentType: 'text/plain', size: bytes.length, sha256 };
        const plain = { ...part, contentId: null, inline: false };
        const attachment = await insertAttachment(tx, { ...plain, messageId: message, draftOf: null });
        const upload = await insertAttachment(tx, { ...plain, messageId: null, draftOf: uploader });
        return { message, attachment, upload };
    });

export const isCommandName = (name: OperationName): name is CommandName => Object.hasOwn(COMMANDS, name);
