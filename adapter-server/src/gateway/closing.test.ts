import { expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { openGateway } from '../../test/gatewayServer.ts';

it('closes within two seconds though a client is still sending its request', async () => {
    const server = await openGateway();
    const token = await server.token('ana');
    const client = connect(Number(new URL(server.url).port), '127.0.0.1');
    client.on('error', () => undefined);
    const ended = new Promise((resolve) => client.once('close', resolve));
    client.write(
        `POST /api/v1/uploads HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\nAuthorization: Bearer ${token}\r\n\r\nabc`,
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closing = server.close().then(() => 'closed');
    const late = new Promise((resolve) => setTimeout(() => resolve('still open'), 2_000));
    const outcome = await Promise.race([closing, late]);
    client.destroy();
    await Promise.all([closing, ended]);
    expect(outcome).toBe('closed');
}, 20_000);
