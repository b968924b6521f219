import type {
    FeedEntryView,
    InteractionDetail,
    InteractionSummary,
    MessageView,
    Possibility,
} from 'c/patchbayProtocol';
import { interaction } from './interactions';
import { ana, ben, chiara, hours, minutes, now } from './people';

export const allowed: Possibility = { allowed: true, reason: null, nextStep: null };
export const not = (reason: string, nextStep: string | null = null): Possibility => ({
    allowed: false,
    reason,
    nextStep,
});

const maria = { name: 'Maria Gonzalez', address: 'maria.gonzalez@example.com' };
const ourAddress = { name: 'Example Support', address: 'support@example.com' };

/** It waited for nothing. */
export const atOnce = {
    refused: [],
    leavesAt: null,
    scheduled: false,
    customerWroteSince: false,
    canUndo: false,
};

export function message(id: number, part: Partial<MessageView> = {}): MessageView {
    return {
        id,
        direction: 'inbound',
        kind: 'message',
        from: maria,
        to: [ourAddress],
        cc: [],
        bcc: [],
        subject: 'Where is my title document?',
        at: now - hours(30),
        agent: null,
        text: {
            visible: 'Hello,\n\nI sent the form two weeks ago. Where is my title document?\n\nMaria',
            quoted: null,
        },
        html: null,
        blockedRemote: 0,
        folded: null,
        attachments: [],
        answer: { to: [maria], all: { to: [maria], cc: [] }, can: allowed },
        authentication: { spf: 'pass', dkim: 'pass', dmarc: 'pass' },
        delivery: null,
        ...part,
    };
}

const ours: Partial<MessageView> = {
    direction: 'outbound',
    from: ourAddress,
    to: [maria],
    agent: ben,
    authentication: null,
    delivery: {
        state: 'sent',
        detail: '250 2.0.0 accepted by mx.example.com',
        at: now - hours(28),
        ...atOnce,
    },
};

export const htmlMessage = message(4, {
    at: now - minutes(3),
    text: { visible: 'Thank you. I attach the letter …', quoted: 'On Friday Ben wrote: …' },
    html: {
        visible:
            '<p>Thank you, Ben.</p><p>I attach the letter of the county office. Its number is <b>TX-555-0142</b>; they say that <i>you</i> hold the document:</p><table border="1" cellpadding="6"><tr><th>Sent</th><th>Received</th></tr><tr><td>2 November</td><td>5 November</td></tr></table><p>See also <a href="https://county.example.com/titles">the county page</a>.</p><p><img data-blocked="remote" alt="Logo"></p>',
        quoted: '<blockquote><p>On Friday Ben Okafor wrote:</p><p>Dear Maria, which county was it?</p></blockquote>',
    },
    blockedRemote: 2,
    attachments: [
        {
            id: 301,
            filename: 'County letter.pdf',
            contentType: 'application/pdf',
            size: 184_320,
            inline: false,
        },
        {
            id: 302,
            filename: 'Photo of the envelope with a rather long name, front side.jpeg',
            contentType: 'image/jpeg',
            size: 2_411_724,
            inline: false,
        },
    ],
    authentication: { spf: 'pass', dkim: 'fail', dmarc: 'fail' },
});

export const messages: MessageView[] = [
    message(1),
    message(2, {
        ...ours,
        kind: 'acknowledgement',
        agent: null,
        at: now - hours(30) + minutes(1),
        text: { visible: 'We have received your email and will reply shortly.', quoted: null },
    }),
    message(3, {
        ...ours,
        at: now - hours(28),
        text: {
            visible:
                'Dear Maria,\n\nwhich county was it? The title offices answer at different speeds.\n\nBen',
            quoted: '> Hello,\n> I sent the form two weeks ago.',
        },
    }),
    htmlMessage,
];

const event = (seq: number, ago: number, text: string): InteractionDetail['journal'][number] => ({
    seq,
    at: now - ago,
    kind: 'routed',
    agent: null,
    text,
});

export const journal: InteractionDetail['journal'] = [
    event(1, hours(30) - minutes(1.5), 'Arrived at support@example.com for Support.'),
    event(2, hours(30) - minutes(1.6), 'Offered to Ben Okafor: longest idle of the available members.'),
    event(3, hours(29), 'Ben Okafor accepted.'),
    event(4, minutes(2.9), 'Maria replied. Ben Okafor, who answered last, is Unavailable (Lunch).'),
    event(5, minutes(2.4), 'Held for Ben Okafor until 06:05 tomorrow.'),
    event(6, minutes(1), 'Ana Ruiz took it from the queue.'),
];

export const can: InteractionDetail['can'] = {
    accept: not('It is not offered to you.'),
    pull: not('It is yours already.'),
    reply: allowed,
    forward: allowed,
    close: allowed,
    setPending: allowed,
    resolve: allowed,
    dismiss: not('Close it first.', 'Close with an outcome, then dismiss it.'),
    assign: not('Only a manager can assign.'),
    transfer: allowed,
    merge: allowed,
    tag: allowed,
    markSpam: allowed,
    setPriority: allowed,
    releaseSpam: not('It is not in the Spam list.'),
};

export const DISPOSITIONS = [
    'Answered',
    'Document sent',
    'Forwarded to county office',
    'Duplicate',
    'Complaint',
    'No answer needed',
    'Spam',
];

export function detail(
    summary: InteractionSummary = interaction(1),
    part: Partial<InteractionDetail> = {},
): InteractionDetail {
    return {
        summary,
        messages,
        journal,
        draft: null,
        dispositions: DISPOSITIONS.map((label, index) => ({ id: index + 1, label })),
        disposition: null,
        replyTo: [maria],
        replyAll: { to: [maria], cc: [] },
        subjects: { reply: `Re: ${summary.subject}`, forward: `Fwd: ${summary.subject}` },
        forwards: 1,
        transfer: null,
        transferNote: 'required',
        spam: false,
        originalAgentBanner: null,
        can,
        ...part,
    };
}

export const awayBanner: InteractionDetail['originalAgentBanner'] = {
    agent: ben,
    presence: 'unavailable',
    since: now - minutes(24),
    taggingNote: `@${ben.name} I answered Maria on your thread while you were away.`,
};

export const feed: FeedEntryView[] = [
    {
        id: 5,
        at: now - minutes(9),
        kind: 'note',
        agent: chiara,
        text: `@${ana.name} the county called: they need the form TX-2 as well.\nPlease tell Maria.`,
        mentions: [ana],
        interaction: { id: 1, number: '1001', subject: 'Where is my title document?' },
    },
    {
        id: 4,
        at: now - hours(29),
        kind: 'event',
        agent: ben,
        text: 'Ben Okafor replied by email.',
        mentions: [],
        interaction: { id: 1, number: '1001', subject: 'Where is my title document?' },
    },
    {
        id: 3,
        at: now - hours(400),
        kind: 'event',
        agent: null,
        text: 'Closed: Document sent.',
        mentions: [],
        interaction: { id: 31, number: '812', subject: 'Copy of my registration' },
    },
    {
        id: 2,
        at: now - hours(410),
        kind: 'note',
        agent: ben,
        text: 'Prefers email; does not want to be called.',
        mentions: [],
        interaction: { id: 31, number: '812', subject: 'Copy of my registration' },
    },
];
