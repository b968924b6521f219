import { describe, expect, it } from '@jest/globals';
import { isCommandName } from '../../test/authorizationWorld.ts';
import { COMMANDS, type CommandName } from '../protocol/commands.ts';
import { QUERIES, type QueryName } from '../protocol/queries.ts';
import { AUTHORIZATION } from './authorization.ts';

const NAMES = [...Object.keys(COMMANDS), ...Object.keys(QUERIES)] as (CommandName | QueryName)[];

describe('the rows of the authorization table', () => {
    const argumentsOf = (name: CommandName | QueryName): string[] =>
        Object.keys((isCommandName(name) ? COMMANDS[name] : QUERIES[name as QueryName]).args.shape);

    it('leave to admins what is the whole organization’s', () => {
        const admins = NAMES.filter((name) => AUTHORIZATION[name].roles.join() === 'admin');
        expect(admins.sort()).toEqual([
            'createAgent',
            'createMailbox',
            'createTag',
            'deleteContentRule',
            'deleteMacro',
            'deleteMailbox',
            'deleteQuickReply',
            'deleteTag',
            'discardQuarantined',
            'getPauseReasons',
            'giveUpOutbox',
            'listAudit',
            'listContentRules',
            'listDispositions',
            'listMailboxes',
            'listOutbox',
            'listQuarantine',
            'listQueueSignatures',
            'listTags',
            'orderContentRules',
            'renameTag',
            'retryOutbox',
            'retryQuarantined',
            'rotateEncryptionKey',
            'saveContentRule',
            'saveMacro',
            'saveQuickReply',
            'saveSignatureOfQueue',
            'setContentRuleActive',
            'setDispositions',
            'setMembership',
            'setPauseReasons',
            'setWhoMakesTags',
            'testMailbox',
            'tryContentRules',
            'updateAgent',
            'updateMailbox',
            'updateQueue',
        ]);
    });

    it('ask whose object it is wherever one is named', () => {
        const object =
            /^(interaction|intoInteraction|offer|queue|agent|quarantine|outbox|message|mailbox)Id$/;
        const naming = NAMES.filter((name) => argumentsOf(name).some((key) => object.test(key)));
        expect(naming.length).toBeGreaterThan(20);
        const unasked = naming.filter((name) => ['self', 'directory'].includes(AUTHORIZATION[name].check));
        expect(unasked).toEqual([]);
        const filtered = naming.filter((name) => AUTHORIZATION[name].check === 'filtered');
        expect(filtered).toEqual(['listInteractions', 'listServiceTargets', 'getServiceTargetCounts']);
    });

    it('let only who may work on an interaction change it', () => {
        const changing = (Object.keys(COMMANDS) as CommandName[]).filter((name) =>
            argumentsOf(name).includes('interactionId'),
        );
        const readers = changing.filter((name) => AUTHORIZATION[name].check === 'interaction:read');
        expect(readers).toEqual(['markRead']);
    });
});
