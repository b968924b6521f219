import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to the mail server that can swallow everything, as a firewall does that forgot the connection. */
export async function startSwallowingWay(to: number) {
    const sockets = new Set<Socket>();
    let swallows = false;
    const server = createServer((near) => {
        const far = connect(to, '127.0.0.1');
        for (const [from, into] of [
            [near, far],
            [far, near],
        ] as const) {
            sockets.add(from);
            from.on('error', () => undefined);
            // A connection that was swallowed once stays dead; new ones go through.
            let dead = false;
            from.on('data', (bytes) => {
                dead ||= swallows;
                if (!dead) into.write(bytes);
            });
            from.on('close', () => {
                sockets.delete(from);
                into.destroy();
            });
        }
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        port: (server.address() as AddressInfo).port,
        swallow: (on: boolean) => void (swallows = on),
        open: () => sockets.size,
        close: () => {
            sockets.forEach((socket) => socket.destroy());
            return new Promise((resolve) => server.close(resolve));
        },
    };
}
