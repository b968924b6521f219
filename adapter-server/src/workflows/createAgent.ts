import { isTimeZone } from '../core/localTime.ts';
import { DEFAULT_PERMISSIONS } from '../core/policies/permissions.ts';
import type { Role } from '../core/vocabulary.ts';
import { insertAgent, saveCapacity } from '../storage/agentAdministration.ts';
import type { Transaction } from '../storage/transaction.ts';
import type { PasswordHasher } from './contactCenter.ts';
import { conflict, done, refuse, type Actor, type Outcome } from './outcome.ts';

export type { PasswordHasher };

export interface CreateAgentArgs {
    readonly username: string;
    readonly password: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
    readonly role: Role;
    readonly timeZone: string;
}

/** What an agent may have at once until an admin says otherwise. */
export const NEW_AGENT_EMAIL_CAPACITY = 5;
/** A2: "names (letters, digits, space, apostrophe, hyphen)"; letters of any script, with their marks. */
const NAME = /^[\p{L}\p{M}\p{Nd} '’-]+$/u;

/** A1, A2: a new account, Logged Out and in no queue yet. */
export const createAgentWorkflow =
    (hashPassword: PasswordHasher) =>
    async (tx: Transaction, _actor: Actor, args: CreateAgentArgs): Promise<Outcome<{ agentId: number }>> => {
        for (const name of [args.firstName, args.lastName])
            if (!NAME.test(name))
                return refuse(
                    `"${name}" cannot be a name.`,
                    'Use letters, digits, spaces, apostrophes and hyphens.',
                );
        if (!isTimeZone(args.timeZone))
            return refuse(`"${args.timeZone}" is no time zone.`, 'Use a name such as Europe/Berlin.');
        const agentId = await insertAgent(tx, {
            ...args,
            passwordHash: await hashPassword(args.password),
            workingHours: null,
            withinHours: true,
            skills: [],
            permissions: DEFAULT_PERMISSIONS,
        });
        if (agentId === null)
            return conflict(`The username ${args.username} is taken.`, 'Choose another username.');
        await saveCapacity(tx, agentId, 'email', NEW_AGENT_EMAIL_CAPACITY);
        return done({ agentId });
    };
