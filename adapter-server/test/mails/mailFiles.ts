import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface MailFile {
    /** Its path below the folder; a mail of an mbox has its number behind it. */
    readonly name: string;
    readonly raw: Buffer;
    /** The SMTP sender that its first delivery noted: null for `<>`; undefined where nothing says. */
    readonly envelopeFrom: string | null | undefined;
}

const OTHER =
    /(?:^|\/)(?:readme|license|copying|notice|\.[^/]*)(?:\.[a-z]+)?$|\.(?:md|json|js|ts|zip|gz|png|jpg|pdf)$/i;
const SEPARATOR = /^From [^\r\n]*\r?\n/;

/** Every mail below the folder, in the order of the names. */
export function* mailsIn(folder: string): Generator<MailFile> {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.sort()) {
        const name = relative(folder, path);
        if (OTHER.test(name)) continue;
        yield* split(name, readFileSync(path));
    }
}

/** One mail, or those of an mbox: what stands between "From " lines. */
export function split(name: string, file: Buffer): MailFile[] {
    const text = file.toString('latin1');
    if (!SEPARATOR.test(text)) return [{ name, raw: file, envelopeFrom: returnPath(text) }];
    const mails = text
        .split(/(?:^|\r?\n\r?\n)(?=From [^\r\n]*\d{4}[^\r\n]*\r?\n[!-9;-~]+:)/)
        .filter((mail) => mail.trim() !== '');
    return mails.map((mail, n) => {
        const body = mail.replace(SEPARATOR, '').replace(/^>(>*From )/gm, '$1');
        const sender = /^From (\S+@\S+|<>|MAILER-DAEMON)\s/i.exec(mail)?.[1];
        const noted = sender === undefined ? undefined : sender.includes('@') ? sender : null;
        return {
            name: mails.length > 1 ? `${name}#${n + 1}` : name,
            raw: Buffer.from(body, 'latin1'),
            envelopeFrom: returnPath(body) ?? (returnPath(body) === null ? null : noted),
        };
    });
}

function returnPath(text: string): string | null | undefined {
    const head = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
    const value = /^Return-Path:[ \t]*<?([^>\r\n]*)>?/im.exec(head)?.[1]?.trim();
    return value === undefined ? undefined : value === '' ? null : value;
}
