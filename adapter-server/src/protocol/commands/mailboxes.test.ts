import { describe, expect, it } from '@jest/globals';
import { MAILBOX_COMMANDS } from './mailboxes.ts';

describe('the name of a mailbox, which goes into the From of its mail', () => {
    const named = (displayName: string) =>
        MAILBOX_COMMANDS.createMailbox.args.safeParse({
            address: 'desk@example.com',
            displayName,
            queueId: 1,
        });

    it('is any one line', () => {
        expect(named('  Kundendienst “Größe & Co.”  ').data?.displayName).toBe('Kundendienst “Größe & Co.”');
    });
    it.each(['Desk\r\nBcc: all@example.com', 'Desk\u0000', 'Desk\tTwo', ' '])('is not %j', (displayName) => {
        expect(named(displayName).success).toBe(false);
    });
});
