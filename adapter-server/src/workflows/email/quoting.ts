import type { MailFormat } from '../../ports/mailFormat.ts';
import type { Message } from '../../storage/messages.ts';
import { replyText } from './composeReply.ts';

type Quoted = Pick<
    Message,
    'fromName' | 'fromAddress' | 'textBody' | 'htmlBody' | 'at' | 'subject' | 'recipients'
>;
export interface Body {
    readonly text: string;
    readonly html: string | null;
}
interface Parts {
    readonly signature: string;
    readonly forwards: boolean;
    readonly quoted: Quoted | null;
    readonly contentIds: ReadonlySet<string>;
}

/** What the agent wrote, the signature, and what it answers or forwards below it. */
export function bodyOf(format: MailFormat, written: Body, parts: Parts): Body {
    const { signature, forwards, quoted, contentIds } = parts;
    const text =
        forwards && quoted
            ? [replyText(written.text, signature, null), forwardedText(quoted)].join('\n\n')
            : replyText(written.text, signature, quoted);
    // A formatted mail that is forwarded stays formatted, whatever was written above it.
    const isFormatted = written.html !== null || (forwards && quoted !== null && quoted.htmlBody !== null);
    if (!isFormatted) return { text, html: null };
    const own = written.html ?? format.htmlOf(written.text);
    const below = signature.trim() === '' ? '' : format.htmlOf(`-- \n${signature.trim()}`);
    const quote = quoted ? quotedHtml(format, quoted, forwards) : '';
    return { text, html: format.clean(`<div>${own}</div>${below}${quote}`, contentIds) };
}

/** Beyond this a quote is of no use to anybody; the whole is on the thread. */
const MOST_QUOTED = 50_000;
const MOST_QUOTED_HTML = 300_000;

const who = ({ fromName, fromAddress }: Quoted): string =>
    fromName ? `${fromName} <${fromAddress}>` : fromAddress;

const heading = (quoted: Quoted): string =>
    [
        '---------- Forwarded message ----------',
        `From: ${who(quoted)}`,
        `Date: ${new Date(quoted.at).toUTCString()}`,
        `Subject: ${quoted.subject}`,
        `To: ${quoted.recipients.map(({ address }) => address).join(', ')}`,
    ].join('\n');

const forwardedText = (quoted: Quoted): string =>
    `${heading(quoted)}\n\n${quoted.textBody.slice(0, MOST_QUOTED)}`;

function quotedHtml(format: MailFormat, quoted: Quoted, forwards: boolean): string {
    const formatted = quoted.htmlBody !== null && quoted.htmlBody.length <= MOST_QUOTED_HTML;
    const body = formatted ? quoted.htmlBody : format.htmlOf(quoted.textBody.slice(0, MOST_QUOTED));
    if (forwards) return `<br>${format.htmlOf(heading(quoted))}<br>${body ?? ''}`;
    const intro = format.htmlOf(`On ${new Date(quoted.at).toUTCString()}, ${who(quoted)} wrote:`);
    return `<br>${intro}<blockquote type="cite">${body ?? ''}</blockquote>`;
}
