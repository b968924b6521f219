/** A link's target as it is sent: a web or mail address, with or without its beginning; null where it is neither. */
export function linkTarget(typed: string): string | null {
    const text = typed.trim();
    if (text === '' || /[\s"<>]/.test(text)) return null;
    if (/^[^@/:]+@[^@/:]+\.[^@/:]+$/.test(text)) return `mailto:${text}`;
    if (/^mailto:[^@]+@[^@]+$/i.test(text)) return text;
    const target = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+:\d/.test(text) ? text : `https://${text}`;
    try {
        const { protocol, hostname } = new URL(target);
        return /^https?:$/.test(protocol) && hostname.includes('.') ? target : null;
    } catch {
        return null;
    }
}
