import { runServer, whenReady } from './run/server.ts';

/** `npm start`: the demo. Seeded agents sign in without a password, hence on this machine only. */
process.env['PATCHBAY_DEMO'] = '1';

await runServer();
await whenReady((address) => {
    console.log(`\n  Patchbay is running. Open ${address} in a browser: the agent console, the customer's`);
    console.log('  mailbox and the documentation are linked there. Ctrl-C ends it.\n');
});
