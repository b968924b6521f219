/**
 * Subjects that only machines write, for the mail systems that set no header. Kept narrow: "Delivery failure of
 * my parcel" and "Out of office hours?" are customers.
 */
const RE = '^(?:(?:re|fwd?|aw|sv|tr|rv)\\s*:\\s*)?';

const BOUNCE_SUBJECTS = [
    'undeliver(?:ed|able)(?: mail| message|:| -|$)',
    'undelivered mail returned to sender',
    '(?:returned|undeliverable) mail\\b',
    'returned mail: ',
    'returned to sender',
    '(?:e-?)?mail delivery (?:failed|failure|error|status|subsystem|system|problem)\\b',
    '(?:your )?(?:message|e-?mail) (?:could not be|was not|not) delivered',
    'message (?:undeliverable|delivery (?:failed|failure|has been delayed))',
    'delivery (?:status )?notification\\b',
    'delivery status notification',
    'delivery failure(?:$| ?[(:]| notice| notification)',
    'delivery report(?:$| ?[(:])',
    'delivery (?:has )?failed(?:$| ?[(:])',
    'failure (?:notice|delivery|report)$',
    'failed mail\\b',
    'non[- ]?deliver(?:y|able) ?(?:report|notification|status|message|:|$)',
    'mail system error',
    'nondeliverable mail',
    'warning: (?:could not send|message)',
    'mail failure',
    'postmaster notify',
    'permanent delivery failure',
    'unzustellbar',
    'nicht zugestellt',
    'rejected: ',
    'non remis',
    'échec de (?:la )?remise',
    'no se puede entregar',
    'mensaje no entregado',
    'non recapitabile',
    'недоставленное',
    '配信',
    '.*配信(?:エラー|不能)',
];

const AUTO_SUBJECTS = [
    'auto(?:matic(?:ally)?|mated|matische|matisch|mated)?[- ]?(?:reply|response|generated reply|antwort|antwoord)(?:\\s*[:;-]|$)',
    'auto(?:reply|response)?: ',
    'autoreply\\b',
    'out of (?:the )?office(?: (?:auto-?)?(?:reply|response|notification|message))?(?:\\s*:|$)',
    'out of (?:the )?office (?:auto|reply|response)',
    '(?:ooo|oof)\\s*:',
    'abwesenheits(?:notiz|nachricht|meldung|assistent|benachrichtigung)',
    'abwesend:',
    'automatische (?:antwort|abwesenheit)',
    'r(?:é|e)ponse automatique',
    'r(?:é|e)ponse d.absence',
    'respuesta autom(?:á|a)tica',
    'resposta autom(?:á|a)tica',
    'risposta automatica',
    'automatisch antwoord',
    'autosvar',
    'automatisk svar',
    'automaattinen vastaus',
    'odpowied(?:ź|z) automatyczna',
    'автоответ',
    '自動(?:応答|返信)',
    '自动(?:回复|答复)',
    'vacation (?:reply|response|message)',
    'read(?:-receipt)?: ',
    'report domain: ',
];

const BOUNCE = new RegExp(`${RE}(?:${BOUNCE_SUBJECTS.join('|')})`, 'i');
const AUTO = new RegExp(`${RE}(?:${AUTO_SUBJECTS.join('|')})`, 'i');
/** Microsoft's junk mail reports (JMRP) carry no RFC 5965 part, only this subject and the mail complained of. */
const COMPLAINT = /^complaint about message from [0-9a-f.:]+$/i;
const LONGEST_SUBJECT = 300;

export function subjectOf(subject: string): 'abuse_report' | 'bounce' | 'auto' | null {
    const head = subject.trim().slice(0, LONGEST_SUBJECT);
    if (COMPLAINT.test(head)) return 'abuse_report';
    if (BOUNCE.test(head)) return 'bounce';
    return AUTO.test(head) ? 'auto' : null;
}
