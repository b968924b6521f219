/**
 * E3: "Automatic acknowledgement … never to no-reply, auto-replies, bounces, lists, own addresses."
 * E7: "No-reply addresses: reply is refused with the reason and the right next step."
 *
 * An address is a no-reply address when its local part says so (English and the common European spellings), when
 * it belongs to a mail system rather than to a person, or when its domain exists only to send. People's names
 * that merely contain the letters ("Nora Reply", "root.beer") are not.
 */
const WORDS = [
    'no[-_]?repl(?:y|ies)',
    'noreplay',
    'not[-_.]?repl(?:y|ies)',
    'do[-_.]?not[-_.]?(?:reply|respond|answer)',
    'dont[-_.]?(?:reply|respond|answer)',
    'never[-_.]?reply',
    'no[-_]?respon(?:se|der?|da)',
    'no[-_]?contest[ae]r?',
    'no[-_]?email',
    'nao[-_.]?respond(?:a|er)',
    'ne[-_.]?pas[-_.]?repondre',
    'pas[-_.]?de[-_.]?reponse',
    'nicht[-_.]?antworten',
    'keine[-_.]?antwort(?:en)?',
    'non[-_.]?rispondere',
    'niet[-_.]?(?:be)?antwoorden',
    'ingen[-_.]?svar',
    'svara[-_.]?(?:inte|ej)',
    'nie[-_.]?odpowiadac',
    'unattended',
    'unmonitored',
].join('|');

/** At the start or at the end of the local part, as a word of its own: "noreply-dmarc", "drive-shares-noreply". */
const AT_START = new RegExp(`^(?:${WORDS})(?:\\d*$|[._=-])`);
const AT_END = new RegExp(`[._=-](?:${WORDS})\\d*$`);
/** With dots it must be the whole ending, because people have dots between their names. */
const DOTTED = /(?:^|[._-])no\.(?:reply|response)\d*$/;

const MAIL_SYSTEM =
    /^(?:mailer[._-]?daemon|mail[._-]?daemon|mdaemon|postmaster|bounces?(?:[._=-].*)?|.*[._=-]bounces?|auto[._-]?(?:reply|replies|respond|responder|response)|devnull|dev-null)$/;

const SENDING_DOMAIN = /^(?:no-?reply|do-?not-?reply|bounces?)\.|(?:^|\.)invalid$/;

/** True also for what is no address at all: there is nobody who could read an answer. */
export function isNoReply(address: string): boolean {
    const at = address.lastIndexOf('@');
    if (at < 1 || at === address.length - 1) return true;
    const localPart = address.slice(0, at).toLowerCase();
    const domain = address.slice(at + 1).toLowerCase();
    const plus = localPart.indexOf('+');
    const name = plus > 0 ? localPart.slice(0, plus) : localPart;
    return (
        AT_START.test(name) ||
        AT_END.test(name) ||
        DOTTED.test(name) ||
        MAIL_SYSTEM.test(name) ||
        SENDING_DOMAIN.test(domain)
    );
}
