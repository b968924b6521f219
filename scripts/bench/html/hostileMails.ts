/** Mail that hurts a careless reader; each is one way in which it does. */
export interface HostileMail {
    readonly name: string;
    readonly raw: Uint8Array;
}

const HEAD = [
    'From: Maria <maria@customer.example.com>',
    'To: support@example.com',
    'Subject: A question',
    'Message-ID: <hostile@customer.example.com>',
    'MIME-Version: 1.0',
];

const mail = (headers: readonly string[], body: string): Uint8Array =>
    new TextEncoder().encode([...HEAD, ...headers, '', body].join('\r\n'));
const page = (body: string): Uint8Array => mail(['Content-Type: text/html; charset=utf-8'], body);
const text = (body: string): Uint8Array => mail(['Content-Type: text/plain; charset=utf-8'], body);

const paragraph =
    '<p style="color:#333">Some <b>honest</b> text, and a <a href="https://ok.example">link</a>.</p>\n';
export const plainMegabyte = paragraph.repeat(Math.floor(1_000_000 / paragraph.length));

function parts(count: number): Uint8Array {
    const part = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n';
    return mail(['Content-Type: multipart/mixed; boundary=b'], `${part.repeat(count)}--b--`);
}

const QUOTED = '> > > An earlier mail that somebody answered, and answered again.\r\n';
const TEN_MEGABYTES = 10_000_000;

export const hostileMails = (): HostileMail[] => [
    { name: 'script', raw: page('<script>steal()</script><p onclick="steal()">a</p>'.repeat(2_000)) },
    {
        name: 'style sheets',
        raw: page('<style>p{background:url(https://out.example/s)}</style><p>a</p>'.repeat(2_000)),
    },
    {
        name: 'forms',
        raw: page(
            '<form action="https://out.example"><input value="1"><button>b</button></form>'.repeat(1_000),
        ),
    },
    {
        name: 'tracking images',
        raw: page('<img src="https://out.example/p.gif" width="1" height="1">'.repeat(4_900)),
    },
    {
        name: 'position: fixed',
        raw: page('<div style="position:fixed;top:0;left:0;width:100%">a</div>'.repeat(2_400)),
    },
    {
        name: 'data: and cid: URLs',
        raw: page(`<img src="data:image/png;base64,${'A'.repeat(1_000)}"><img src="cid:logo">`.repeat(900)),
    },
    { name: '50,000 parts', raw: parts(50_000) },
    { name: '20,000 nested elements', raw: page(`${'<div>'.repeat(20_000)}x${'</div>'.repeat(20_000)}`) },
    {
        name: '10 MB of quotes, text',
        raw: text(`Thank you.\r\n\r\n${QUOTED.repeat(Math.floor(TEN_MEGABYTES / QUOTED.length))}`),
    },
    {
        name: '10 MB of quotes, HTML',
        raw: page(
            `<p>Thank you.</p>${'<blockquote type="cite"><p>earlier</p></blockquote>'.repeat(200_000)}`,
        ),
    },
    {
        name: '10 MB of nested quotes, HTML',
        raw: page(`<p>Thank you.</p>${'<blockquote type="cite">earlier '.repeat(310_000)}`),
    },
    { name: '1 MB of plain HTML', raw: page(plainMegabyte) },
];
