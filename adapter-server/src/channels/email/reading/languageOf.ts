/** So much of a text says what language it is in. */
const LOOKS_AT = 2_000;
/** Fewer letters say nothing: "Hello" is written in every language. */
const FEWEST_LETTERS = 20;
/** Neither is a word of its writer's language. */
const ADDRESSES = /\S{1,200}@\S{1,200}|https?:\/\/\S{1,500}/g;

/** What the smallest of the library's models knows: ISO 639-1. */
export const LANGUAGES: readonly string[] = (
    'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no ' +
    'or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'
).split(' ');

/** Null where it cannot be told. The model takes some 30 MB, and is read when a rule first asks for a language. */
export async function languageOf(text: string): Promise<string | null> {
    const own = text.slice(0, LOOKS_AT).replace(ADDRESSES, ' ');
    if ((own.match(/\p{L}/gu)?.length ?? 0) < FEWEST_LETTERS) return null;
    const { eld } = await import('eld/extrasmall');
    const found = eld.detect(own);
    return found.language !== '' && found.isReliable() ? found.language : null;
}
