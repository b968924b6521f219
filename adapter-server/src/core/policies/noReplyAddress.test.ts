import { describe, it, expect } from '@jest/globals';
import { isNoReply } from './noReplyAddress.ts';

const NO_REPLY = [
    'noreply@example.com',
    'no-reply@example.com',
    'no_reply@example.com',
    'No.Reply@Example.com',
    'donotreply@example.com',
    'do-not-reply@example.com',
    'do_not_reply+abc@example.com',
    'noreply-dmarc-support@example.com',
    'notifications-noreply@example.com',
    'noreply2@example.com',
    'reply-noreply@example.com',
    'account-no-reply@example.com',
    'info.noreply@example.com',
    'comments-noreply+5f@example.com',
    'noreplies@example.com',
    'mailer-daemon@example.com',
    'MAILER-DAEMON@example.com',
    'postmaster@example.com',
    'bounce-1234@mail.example.com',
    'bounces+123-ab=x@em.example.com',
    'auto-reply@example.com',
    'autoresponder@example.com',
    'no-response@example.com',
    'do-not-respond@example.com',
    'nao-responda@example.com',
    'ne-pas-repondre@example.com',
    'nepasrepondre@example.com',
    'nicht-antworten@example.com',
    'anyone@no-reply.example.com',
    'someone@host.invalid',
    '',
    'not an address',
    'missing-domain@',
];

const PEOPLE = [
    'john@example.com',
    'reply@example.com',
    'support@example.com',
    'noreen.replyton@example.com',
    'norepleyson@example.com',
    'nora.reply@example.com',
    'donotreplyanne@example.com',
    'm.noreply.smith@example.com',
    'no.reply.ever@example.com',
    'root.beer@example.com',
    'bounceback.fitness@example.com',
    'customer-replies@example.com',
    'autoreplyson@example.com',
    'quote-request@example.com',
    'nobody@example.com',
    'john+noreply@example.com',
    'ana@invalidity.example.com',
];

describe('no-reply addresses (E3, E7)', () => {
    it.each(NO_REPLY)('nobody reads %s', (address) => expect(isNoReply(address)).toBe(true));
    it.each(PEOPLE)('somebody reads %s', (address) => expect(isNoReply(address)).toBe(false));
});
