import express, { Router, type NextFunction, type Request, type Response } from 'express';
import { z } from 'zod';
import type { Clock } from '../ports/clock.ts';
import { conversationsOf } from './conversations.ts';
import { customerAddress, SUGGESTED_CUSTOMERS, type MailPerson } from './customerAddress.ts';
import type { KeptMail } from './keptMail.ts';
import type { KeptMessage } from './readKept.ts';
import { newMail, sendAsCustomer } from './sendAsCustomer.ts';

export interface MailboxRoutesParts {
    readonly kept: KeptMail;
    readonly clock: Clock;
    /** null: the intake is switched off. */
    readonly intakePort: () => number | null;
    readonly teamAddresses: () => Promise<readonly MailPerson[]>;
    /** False where SMTP_URL sends the server's mail somewhere else: then no answer can arrive here. */
    readonly receives: boolean;
}

/** What express.json says of a body that it cannot read. */
const requestError = z.object({ status: z.int().min(400).max(499) });

const idOf = (request: Request): number =>
    z.coerce.number().int().positive().catch(0).parse(request.params['id']);
const refuse = (response: Response, status: number, message: string): void =>
    void response.status(status).json({ ok: false, message });

/** The demo customer's mailbox over HTTP, for its page and for tests. Mount it at /demo/mailbox/api. */
export function mailboxRoutes(parts: MailboxRoutesParts): Router {
    const { kept } = parts;
    const router = Router();
    router.use((_request, response, next) => {
        response.setHeader('Cache-Control', 'no-store');
        response.setHeader('X-Content-Type-Options', 'nosniff');
        next();
    });
    router.get('/about', async (_request, response) => {
        response.json({
            ok: true,
            customers: customersOf(kept),
            team: await parts.teamAddresses(),
            receives: parts.receives,
            sends: parts.intakePort() !== null,
        });
    });
    router.get('/conversations', (request, response) => {
        const address = customerAddress.safeParse(request.query['address']);
        if (!address.success)
            return refuse(response, 400, address.error.issues[0]?.message ?? 'Which address?');
        response.json({
            ok: true,
            changes: kept.changes,
            conversations: conversationsOf(kept.of(address.data)),
        });
    });
    router.get('/messages/:id', async (request, response) => {
        const message = await kept.read(idOf(request));
        if (!message) return refuse(response, 404, 'There is no such mail.');
        response.json({ ok: true, message: await shown(kept, message) });
    });
    router.get('/messages/:id/raw', async (request, response) => {
        const raw = await kept.raw(idOf(request));
        if (!raw) return refuse(response, 404, 'There is no such mail.');
        response.type('text/plain; charset=utf-8').send(raw);
    });
    router.get('/messages/:id/html', async (request, response) => {
        const message = await kept.read(idOf(request));
        if (!message?.html) return refuse(response, 404, 'This mail has no HTML.');
        response.removeHeader('X-Frame-Options');
        response.setHeader(
            'Content-Security-Policy',
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'",
        );
        response.type('html').send(message.html);
    });
    router.get('/messages/:id/attachments/:n', async (request, response) => {
        const part = (await kept.read(idOf(request)))?.parts[Number(request.params['n'])];
        if (!part) return refuse(response, 404, 'There is no such attachment.');
        response.attachment(part.filename.replace(/[\r\n"\\/]/g, '_'));
        response.setHeader('Content-Type', 'application/octet-stream');
        response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
        response.send(Buffer.from(part.content));
    });
    router.post('/messages', express.json({ limit: '14mb' }), async (request, response) => {
        const mail = newMail.safeParse(request.body);
        if (!mail.success) return refuse(response, 400, mail.error.issues[0]?.message ?? 'That is no mail.');
        const intakePort = parts.intakePort();
        if (intakePort === null)
            return refuse(response, 503, "The server's mail intake is off (PATCHBAY_SMTP_PORT=0).");
        const answered = mail.data.answers === null ? null : await kept.read(mail.data.answers);
        if (mail.data.answers !== null && !answered)
            return refuse(response, 404, 'There is no such mail to answer.');
        const at = parts.clock.now();
        const id = kept.nextId();
        const sent = await sendAsCustomer(mail.data, answered, { intakePort, now: at });
        if (!sent.sent) return refuse(response, 502, `The mail was not taken: ${sent.reason}`);
        const envelope = { direction: 'sent', at, from: mail.data.from.address, to: mail.data.to } as const;
        const summary = await kept.add(envelope, sent.raw, id);
        response.status(201).json({ ok: true, message: summary, response: sent.response });
    });
    router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
        const tooLarge = requestError.safeParse(error).data?.status === 413;
        if (tooLarge) return refuse(response, 413, 'The mail is too large: at most 8 MB of files.');
        if (requestError.safeParse(error).success) return refuse(response, 400, 'That is no mail.');
        next(error);
    });
    return router;
}

/** Whom one can be: those offered, and everybody who has mail, without those twice. */
function customersOf(kept: KeptMail): MailPerson[] {
    const found = new Map(SUGGESTED_CUSTOMERS.map((person) => [person.address, person]));
    for (const mail of kept.all()) {
        const persons = mail.direction === 'sent' ? [mail.fromPerson] : mail.toPersons;
        for (const person of persons)
            if (!found.get(person.address)?.name && customerAddress.safeParse(person.address).success)
                found.set(person.address, person);
    }
    return [...found.values()];
}

async function shown(kept: KeptMail, message: KeptMessage) {
    const { parts, html, ...rest } = message;
    const raw = (await kept.raw(message.id)) ?? Buffer.alloc(0);
    return {
        ...rest,
        hasHtml: html !== null,
        headers: headersOf(raw),
        parts: parts.map(({ filename, contentType, content }, n) => ({
            n,
            filename,
            contentType,
            size: content.byteLength,
        })),
    };
}

/** The header fields in their order, unfolded but not decoded: what was really sent. */
function headersOf(raw: Buffer): { name: string; value: string }[] {
    const end = raw.indexOf('\r\n\r\n');
    const block = raw.subarray(0, end === -1 ? Math.min(raw.length, 65_536) : end).toString('utf8');
    return block
        .replace(/\r\n[ \t]+/g, ' ')
        .split('\r\n')
        .flatMap((line) => {
            const colon = line.indexOf(':');
            return colon < 1 ? [] : [{ name: line.slice(0, colon), value: line.slice(colon + 1).trim() }];
        });
}
