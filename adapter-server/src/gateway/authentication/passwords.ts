import { hash, verify } from '@node-rs/argon2';

/** argon2id is the library's default algorithm; OWASP's first choice of parameters: 19 MiB, two passes, one lane. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, OPTIONS);

let stranger: Promise<string> | undefined;

/** As much work for a name that does not exist, or has no password, as for a wrong password: time tells nothing. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
    stranger ??= hashPassword('nobody has this password');
    const matches = await verify(stored ?? (await stranger), password).catch(() => false);
    return stored !== null && matches;
}
