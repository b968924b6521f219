/** "Emojis are refused in outbound email, with the place shown" (E7). The server decides; this says it while typing. */

/** Made from text: the v flag is younger than some browsers, in which only the server says it. */
function emojiPattern(): RegExp | null {
    try {
        return new RegExp('\\p{RGI_Emoji}', 'gv');
    } catch {
        return null;
    }
}

export interface EmojiFound {
    emoji: string;
    line: number;
}

export function firstEmoji(text: string): EmojiFound | null {
    const pattern = emojiPattern();
    const found = pattern ? pattern.exec(text) : null;
    return found ? { emoji: found[0], line: text.slice(0, found.index).split('\n').length } : null;
}

export function withoutEmoji(text: string): string {
    const pattern = emojiPattern();
    return pattern ? text.replace(pattern, '') : text;
}
