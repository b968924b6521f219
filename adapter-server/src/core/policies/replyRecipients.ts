/**
 * E6: "Reply, reply-all". A reply goes to Reply-To, else to From; a reply to all also to everybody else the message
 * names, in To and Cc where they stood. Our own addresses are left out, with or without a reply token (support+…@):
 * what we send to ourselves reaches nobody. Each address is there once, and To wins over Cc. What we wrote ourselves is
 * answered where it went; who got a blind copy of it is named to nobody.
 */
interface Address {
    readonly name: string;
    readonly address: string;
}
export interface AnsweredMail {
    readonly direction: 'inbound' | 'outbound';
    readonly replyTo: readonly Address[];
    readonly fromName: string;
    readonly fromAddress: string;
    readonly recipients: readonly Address[];
    readonly cc: readonly Address[];
}
export interface ReplyRecipients {
    readonly to: Address[];
    readonly cc: Address[];
}

export function replyRecipients(
    kind: 'reply' | 'reply_all',
    mail: AnsweredMail,
    ownAddresses: readonly string[],
): ReplyRecipients {
    const own = new Set(ownAddresses.map((address) => address.toLowerCase()));
    const seen = new Set<string>();
    const outside = (addresses: readonly Address[]): Address[] =>
        addresses.flatMap(({ name, address }) => {
            const key = address.toLowerCase();
            if (key === '' || seen.has(key) || own.has(key) || own.has(withoutTag(key))) return [];
            seen.add(key);
            return [{ name, address }];
        });
    const to = outside(answeredAt(mail));
    if (kind === 'reply') return { to, cc: [] };
    to.push(...outside(mail.recipients));
    return { to, cc: outside(mail.cc) };
}

/** Where the one who is answered reads it, our own addresses among them. */
export function answeredAt(mail: Omit<AnsweredMail, 'cc'>): readonly Address[] {
    if (mail.direction === 'outbound') return mail.recipients;
    return mail.replyTo.length > 0 ? mail.replyTo : [{ name: mail.fromName, address: mail.fromAddress }];
}

const withoutTag = (address: string): string => address.replace(/\+[^@]*(?=@)/, '');
