import { statement } from '../database.ts';
import { messageColumns, readMessage, type Message } from '../messages.ts';
import type { Transaction } from '../transaction.ts';

/** Of a text as much as is shown at first, and one more, so that one sees that it goes on. */
const TEXT_READ = 1_000_001;
/** Of HTML somewhat more: not all of it is shown. PostgreSQL unpacks four times as much, for characters of four bytes. */
const HTML_READ = 1_250_000;

const beginnings = statement<Message>(
    'messages_shown',
    `select ${messageColumns('left(m.text_body, $2)', 'left(m.html_body, $3)')} from messages m
     where m.interaction_id = $1 order by m.at, m.id`,
);

/**
 * The messages of an interaction with the beginnings of their bodies: ten megabytes are read neither fast nor often.
 *
 * @param isEnough whether what is read of a longer HTML body is all that is shown of it at first; else it is read whole
 */
export async function shownMessagesOf(
    on: Pick<Transaction, 'run'>,
    interactionId: number,
    isEnough: (html: string) => boolean,
): Promise<Message[]> {
    const messages = await on.run(beginnings, [interactionId, TEXT_READ, HTML_READ]);
    for (const [index, { id, htmlBody }] of messages.entries()) {
        if (htmlBody === null || htmlBody.length < HTML_READ || isEnough(htmlBody)) continue;
        const whole = await readMessage(on, id);
        if (whole) messages[index] = whole;
    }
    return messages;
}
