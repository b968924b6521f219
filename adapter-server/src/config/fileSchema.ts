import { z } from 'zod';
import { ACKNOWLEDGEMENT_TEXT, ACKNOWLEDGEMENTS_PER_SENDER } from '../core/policies/acknowledgement.ts';
import { DEFAULT_RING_TIME } from '../core/policies/offerRingTime.ts';
import { DEFAULT_HOLD_MODE, ORIGINAL_AGENT_HOLD } from '../core/policies/originalAgentHold.ts';
import { DEFAULT_PERMISSIONS } from '../core/policies/permissions.ts';
import { decideSavedText } from '../core/policies/savedText.ts';
import { DEFAULT_NEW_TAGS } from '../core/policies/tags.ts';
import { DEFAULT_TRANSFER_NOTE, DEFAULT_TRANSFER_TO_BUSY } from '../core/policies/transfer.ts';
import { UNDO_SEND_FOR } from '../core/policies/undoSend.ts';
import { DEFAULT_WRAP_UP_LIMIT } from '../core/policies/wrapUp.ts';
import {
    HOLD_MODES,
    MEMBERSHIP_PRIORITIES,
    NEW_TAGS,
    PERMISSIONS,
    ROLES,
    TRANSFER_NOTES,
    TRANSFERS_TO_BUSY,
} from '../core/vocabulary.ts';
import { duration, email, name, timeZone, weeklyHours } from './fileFields.ts';
import { contentRules } from './fileRules.ts';
import { imapAccount } from './imapAccount.ts';
import { serviceTargetsField } from './serviceTargetsField.ts';

const labels = z.array(name).default([]);

const organization = z.strictObject({
    name,
    timeZone,
    statusAtSignIn: z.enum(['available', 'unavailable']).default('available'),
    pauseReasons: labels,
    pauseReasonRequired: z.boolean().default(false),
    acknowledgementsPerSenderADay: z.int().min(0).default(ACKNOWLEDGEMENTS_PER_SENDER),
    threadColleagues: z.boolean().default(true),
    undoSendFor: z.union([z.literal('off').transform(() => 0), duration]).default(UNDO_SEND_FOR),
    newTags: z.enum(NEW_TAGS).default(DEFAULT_NEW_TAGS),
});

/** E6, E7: fields that exist, no emoji. */
const outgoingText = (what: string, byNobody = false) =>
    z
        .string()
        .trim()
        .superRefine((text, context) => {
            const decision = decideSavedText({ what, text, byNobody });
            if (decision.allowed) return;
            const message = `${decision.reason} ${decision.nextStep ?? ''}`.trim().replace(/[.]$/, '');
            context.addIssue({ code: 'custom', message });
        });

const quickReply = z.strictObject({
    shortcut: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'write a word of letters, digits, - and _'),
    title: name,
    text: outgoingText('text'),
});
/** Told apart by their shortcuts, whatever their case. */
const quickReplies = z
    .array(quickReply)
    .default([])
    .refine(
        (all) => new Set(all.map(({ shortcut }) => shortcut.toLowerCase())).size === all.length,
        'a shortcut is there twice',
    );

const queue = z.strictObject({
    name,
    restricted: z.boolean().default(false),
    openingHours: z.union([z.literal('always'), weeklyHours]).default('always'),
    holdFor: duration.default(ORIGINAL_AGENT_HOLD),
    holdMode: z.enum(HOLD_MODES).default(DEFAULT_HOLD_MODE),
    emailRingFor: duration.default(DEFAULT_RING_TIME.email),
    wrapUpLimit: duration.nullable().default(DEFAULT_WRAP_UP_LIMIT.email),
    transferNote: z.enum(TRANSFER_NOTES).default(DEFAULT_TRANSFER_NOTE),
    transferToBusy: z.enum(TRANSFERS_TO_BUSY).default(DEFAULT_TRANSFER_TO_BUSY),
    serviceTargets: serviceTargetsField.nullable().default(null),
    acknowledgement: outgoingText('acknowledgement', true)
        .refine((text) => text.trim() !== '', 'write a text, or leave it out')
        .default(ACKNOWLEDGEMENT_TEXT),
    signature: outgoingText('signature').default(''),
    quickReplies,
    dispositions: labels,
});

const mailbox = z.discriminatedUnion(
    'kind',
    [
        z.strictObject({ address: email, displayName: name, queue: name, kind: z.literal('intake') }),
        z.strictObject({
            address: email,
            displayName: name,
            queue: name,
            kind: z.literal('imap'),
            imap: imapAccount,
        }),
    ],
    { error: 'write the kind: "intake" (mail comes to this server) or "imap" (fetched from a mail server)' },
);

const agent = z.strictObject({
    username: z
        .string({ error: 'write a username' })
        .regex(/^[A-Za-z0-9!@#$%^\\&_.]{1,80}$/, 'use letters, digits and ! @ # $ % ^ \\ & _ . only'),
    firstName: name,
    lastName: name,
    email,
    role: z.enum(ROLES, { error: `write one of ${ROLES.join(', ')}` }).default('agent'),
    reportsTo: z.string().nullable().default(null),
    timeZone: timeZone.optional(),
    workingHours: z.union([z.literal('always'), weeklyHours]).default('always'),
    emailCapacity: z.int().min(0).max(100).default(5),
    skills: labels,
    permissions: z
        .array(z.enum(PERMISSIONS, { error: `write one of ${PERMISSIONS.join(', ')}` }))
        .default([...DEFAULT_PERMISSIONS]),
    queues: z
        .array(z.strictObject({ queue: name, priority: z.enum(MEMBERSHIP_PRIORITIES).default('medium') }))
        .default([]),
    password: z.string().min(10, 'at least 10 characters').max(200).nullable().default(null),
});

export const contactCenterFile = z.strictObject({
    organization,
    dispositions: labels,
    quickReplies,
    queues: z.array(queue).min(1, 'write at least one queue'),
    mailboxes: z.array(mailbox).default([]),
    agents: z.array(agent).default([]),
    /** R8: asked in this order. */
    contentRules,
});
export type ContactCenterFile = z.output<typeof contactCenterFile>;
