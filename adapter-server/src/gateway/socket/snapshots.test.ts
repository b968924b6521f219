import { expect, it } from '@jest/globals';
import { ask, connected, nextEvent, openGateway } from '../../../test/gatewayServer.ts';

it('tells that the Spam list changed, though nothing is counted otherwise', async () => {
    const server = await openGateway();
    const token = await server.token('ana');
    const socket = await connected(server.socket(token));
    try {
        await ask(socket, 'query', { name: 'loadWorkspace', args: {} });
        const told = () => nextEvent<{ spamVersion?: number }>(socket, 'counters');
        const interactionId = await server.waiting(null);
        server.announce();
        let { spamVersion } = await told();
        const before = spamVersion;
        await server.command(token, 'markSpam', { interactionId, reason: 'Lamps' });
        // One that was on its way may come first.
        while (spamVersion === before) ({ spamVersion } = await told());
        expect(spamVersion).toBeGreaterThan(before ?? 0);
    } finally {
        socket.disconnect();
        await server.close();
    }
});
