import { COMMANDS } from '../../protocol/commands.ts';
import { QUERIES } from '../../protocol/queries.ts';
import { AUTHORIZATION, type OperationName } from '../authorization.ts';

const row = (kind: 'commands' | 'queries', name: string): string => {
    const { roles, check } = AUTHORIZATION[name as OperationName];
    return `<tr><td><code>POST /api/v1/${kind}/${name}</code></td><td>${roles.join(', ')}</td><td>${check}</td></tr>`;
};
const table = (kind: 'commands' | 'queries', names: readonly string[]): string =>
    `<table><thead><tr><th>Request</th><th>Roles</th><th>Checked</th></tr></thead><tbody>${names
        .map((name) => row(kind, name))
        .join('')}</tbody></table>`;

/** GET /api/: what there is and how to call it, without a script. Every word in it is the program's own. */
export const apiPage = (): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Patchbay API</title>
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 0.25rem 0.5rem; border-bottom: 1px solid; overflow-wrap: anywhere; }
pre { overflow-x: auto; }
</style>
</head>
<body>
<h1>Patchbay API</h1>
<p>The whole interface in words that programs read: <a href="/api/v1/openapi.json">openapi.json</a>.</p>
<p>Sign in, then send the token with each request. Whatever the screens can do, an admin can do here.</p>
<pre><code>curl -s -H 'content-type: application/json' -d '{"username":"…","password":"…"}' …/api/v1/sign-in
curl -s -H 'authorization: Bearer TOKEN' -H 'content-type: application/json' \\
     -H 'idempotency-key: SOMETHING-NEW' -d '{"status":"available"}' …/api/v1/commands/setStatus</code></pre>
<p>Commands and queries answer <code>{"ok": true, "value": …}</code>, or
<code>{"ok": false, "code", "message", "nextStep"}</code>. The same idempotency key twice does the work once.</p>
<h2>Queries</h2>
${table('queries', Object.keys(QUERIES))}
<h2>Commands</h2>
${table('commands', Object.keys(COMMANDS))}
<h2>Operations</h2>
<p><a href="/healthz">healthz</a> · <a href="/readyz">readyz</a> · <a href="/metrics">metrics</a></p>
</body>
</html>
`;
