import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readKept, summaryOf, type Envelope, type KeptMessage, type KeptSummary } from './readKept.ts';

/** The demo is no archive: older ones are removed. */
const MOST_KEPT = 2_000;

const envelopeFile = z.object({
    direction: z.enum(['sent', 'received']),
    at: z.number(),
    from: z.string(),
    to: z.array(z.string()),
});

/**
 * Mail to and from the demo's customers: `<id>.eml` with the very bytes, and `<id>.json` with the envelope. The
 * latter is written last and renamed into place, so that what a kill leaves half-written was never there.
 */
export class KeptMail {
    readonly #directory: string;
    readonly #most: number;
    readonly #summaries = new Map<number, KeptSummary>();
    #lastId = 0;
    #changes = 0;

    private constructor(directory: string, most: number) {
        this.#directory = directory;
        this.#most = most;
    }

    static async open(directory: string, most = MOST_KEPT): Promise<KeptMail> {
        const kept = new KeptMail(directory, most);
        await mkdir(directory, { recursive: true, mode: 0o700 });
        const ids = (await readdir(directory)).flatMap((name) => {
            const found = /^(\d+)\.(?:eml|json)$/.exec(name);
            return found ? [Number(found[1])] : [];
        });
        for (const id of [...new Set(ids)].sort((a, b) => a - b)) {
            kept.#lastId = id;
            const message = await kept.#load(id);
            if (message) kept.#summaries.set(id, summaryOf(message));
        }
        return kept;
    }

    /** Raised by every mail: a page asks whether there is anything new. */
    get changes(): number {
        return this.#changes;
    }

    /** A place in the order for a mail that is about to be sent: what answers it comes after it. */
    nextId(): number {
        return ++this.#lastId;
    }

    /** Resolves once it is on disk. */
    async add(envelope: Envelope, raw: Uint8Array, id: number = this.nextId()): Promise<KeptSummary> {
        const message = await readKept(id, envelope, raw);
        await writeFile(this.#path(id, 'eml'), raw, { mode: 0o600 });
        const { direction, at, from, to } = envelope;
        const draft = `${this.#path(id, 'json')}.new`;
        await writeFile(draft, JSON.stringify({ direction, at, from, to }), { mode: 0o600 });
        await rename(draft, this.#path(id, 'json'));
        const summary = summaryOf(message);
        this.#summaries.set(id, summary);
        this.#changes += 1;
        await this.#removeOldest();
        return summary;
    }

    /** Oldest first. */
    all(): KeptSummary[] {
        return [...this.#summaries.values()].sort((a, b) => a.id - b.id);
    }

    of(address: string): KeptSummary[] {
        return this.all().filter((mail) =>
            mail.direction === 'sent' ? mail.fromPerson.address === address : mail.to.includes(address),
        );
    }

    async read(id: number): Promise<KeptMessage | null> {
        return this.#summaries.has(id) ? this.#load(id) : null;
    }

    async raw(id: number): Promise<Buffer | null> {
        return this.#summaries.has(id) ? readFile(this.#path(id, 'eml')) : null;
    }

    async #load(id: number): Promise<KeptMessage | null> {
        try {
            const envelope = envelopeFile.parse(JSON.parse(await readFile(this.#path(id, 'json'), 'utf8')));
            return await readKept(id, envelope, await readFile(this.#path(id, 'eml')));
        } catch {
            return null; // half-written when the process was killed
        }
    }

    async #removeOldest(): Promise<void> {
        for (const { id } of this.#summaries.size > this.#most ? this.all() : []) {
            if (this.#summaries.size <= this.#most) return;
            this.#summaries.delete(id);
            await rm(this.#path(id, 'json'), { force: true });
            await rm(this.#path(id, 'eml'), { force: true });
        }
    }

    #path(id: number, ending: 'eml' | 'json'): string {
        return join(this.#directory, `${id}.${ending}`);
    }
}
