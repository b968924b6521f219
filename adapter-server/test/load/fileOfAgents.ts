import { writeFile } from 'node:fs/promises';

export const QUEUES = ['Support', 'Billing', 'Orders', 'Returns', 'Warranty'] as const;
export const addressOf = (queue: string): string => `${queue.toLowerCase()}@example.com`;
export const agentName = (n: number): string => `agent${n + 1}`;

interface FileOptions {
    readonly agents: number;
    readonly ringFor: string;
    /** Absent: replies leave at once. */
    readonly undoSendFor?: string;
    /** Queues whose mail is fetched by IMAP, each with its account; all others take it by the intake. */
    readonly imap?: Readonly<Record<string, Record<string, unknown>>>;
}

/** A first-run file with that many agents; each third works in two queues more, so that lines share agents. */
export async function writeContactCenterFile(
    path: string,
    { agents, ringFor, undoSendFor = 'off', imap = {} }: FileOptions,
): Promise<void> {
    const queueOf = (n: number) => QUEUES[n % QUEUES.length] ?? 'Support';
    const file = {
        organization: {
            name: 'Example',
            timeZone: 'Europe/Berlin',
            pauseReasons: ['Break'],
            undoSendFor,
        },
        dispositions: ['Solved'],
        queues: QUEUES.map((name) => ({ name, emailRingFor: ringFor })),
        mailboxes: QUEUES.map((queue) => ({
            address: addressOf(queue),
            displayName: queue,
            queue,
            ...(imap[queue] ? { kind: 'imap', imap: imap[queue] } : { kind: 'intake' }),
        })),
        agents: Array.from({ length: agents }, (_one, n) => ({
            username: agentName(n),
            firstName: 'Agent',
            lastName: `Number ${n + 1}`,
            email: `${agentName(n)}@example.com`,
            role: n === 0 ? 'admin' : 'agent',
            emailCapacity: 1 + (n % 4),
            queues: [...new Set([queueOf(n), ...(n % 3 === 0 ? [queueOf(n + 1), queueOf(n + 2)] : [])])].map(
                (queue) => ({
                    queue,
                    priority: ['high', 'medium', 'low'][n % 3],
                }),
            ),
        })),
    };
    await writeFile(path, JSON.stringify(file));
}
