import { createTransport } from 'nodemailer';
import type Mail from 'nodemailer/lib/mailer/index.js';
import { createMailIntake, type MailIntake } from '../src/channels/email/intake/createMailIntake.ts';
import { createMailParser } from '../src/channels/email/parsing/parseMail.ts';
import type { RuleActions, RuleCondition } from '../src/core/contentRules/rule.ts';
import { journalSentence } from '../src/gateway/presenters/journal.ts';
import type { Presenting } from '../src/gateway/presenters/presenting.ts';
import { readJournal } from '../src/storage/journal.ts';
import { saveContentRule } from '../src/workflows/keepContentRules.ts';
import { NOTHING, when } from './ruleBuilders.ts';
import { ContactCenter, type TestAgent } from './runningCenter.ts';

export const subjectHas = (...values: string[]): RuleCondition => when('subject', 'contains', ...values);
export interface RulePart {
    readonly active?: boolean;
    readonly stops?: boolean;
    readonly conditions?: readonly RuleCondition[];
    readonly does?: Partial<RuleActions>;
}
export const draftOf = (name: string, { does, ...part }: RulePart) => ({
    name,
    active: true,
    stops: false,
    conditions: [],
    ...part,
    actions: { ...NOTHING, ...does },
});

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A contact center whose mail comes in by SMTP, parsed by the real parser, with content rules. */
export class RuledCenter {
    readonly center: ContactCenter;
    readonly root: TestAgent;
    readonly #intake: MailIntake;
    readonly #parser: ReturnType<typeof createMailParser>;
    #lastId = 0;

    private constructor(parts: {
        center: ContactCenter;
        root: TestAgent;
        intake: MailIntake;
        parser: ReturnType<typeof createMailParser>;
    }) {
        this.center = parts.center;
        this.root = parts.root;
        this.#intake = parts.intake;
        this.#parser = parts.parser;
    }

    static async open(): Promise<RuledCenter> {
        const center = await ContactCenter.open();
        const root = await center.agent('Root', [], { role: 'admin', capacity: 0 });
        const parser = createMailParser({ workers: 1 });
        const intake = await createMailIntake({
            host: '127.0.0.1',
            port: 0,
            lmtp: false,
            maxBytes: 1_000_000,
            parseMail: parser.parseMail,
            acceptsRecipient: (address) => Promise.resolve(/^[a-z]+@example\.com$/.test(address)),
            mailboxEvents: center.receive,
            log: silent,
        });
        return new RuledCenter({ center, root, intake, parser });
    }

    async close(): Promise<void> {
        await this.#intake.close();
        await this.#parser.close();
        await this.center.close();
    }

    async rule(name: string, part: RulePart): Promise<number> {
        const saved = await this.center.do(saveContentRule, this.root, draftOf(name, part));
        return saved.ruleId;
    }

    /** The interaction that the mail began, or became part of. */
    async mail(subject: string, part: Mail.Options = {}): Promise<number> {
        this.center.clock.at += 1;
        const sender = createTransport({ host: '127.0.0.1', port: this.#intake.port, ignoreTLS: true });
        await sender.sendMail({
            from: 'Maria Lopez <maria@customer.example.com>',
            to: 'support@example.com',
            subject,
            text: 'Hello',
            ...part,
        });
        await this.center.settle();
        const { rows } = await this.center.pool.query<{ id: number; interaction_id: number }>(
            `select id, interaction_id from messages where direction = 'inbound' order by id desc limit 1`,
        );
        const newest = rows[0];
        if (!newest || newest.id <= this.#lastId) throw new Error('the mail was not stored');
        this.#lastId = newest.id;
        return newest.interaction_id;
    }

    /** As the interaction's timeline shows it. */
    async told(id: number, kind = /^rule_/): Promise<string[]> {
        const journal = await this.center.store.snapshot((tx) => readJournal(tx, id));
        const names = { queue: () => 'Billing', agent: () => '', disposition: () => '' };
        const showing = { names, viewer: { timeZone: 'UTC' }, now: 0 } as unknown as Presenting;
        return journal
            .filter((entry) => kind.test(entry.kind))
            .map((entry) => journalSentence(entry, showing));
    }

    /** What of it rules decide. */
    async placed(id: number) {
        const { rows } = await this.center.pool.query<{
            queue: string;
            priority: number;
            skills: string[];
            spam: boolean;
            state: string;
        }>(
            `select q.name as queue, i.priority, i.required_skills as skills, i.spam is not null as spam, i.routing_state as state
             from interactions i join queues q on q.id = i.queue_id where i.id = $1`,
            [id],
        );
        return rows[0];
    }
}
