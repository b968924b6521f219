/** Mail that hurts a careless reader; each is one way in which it does. */
export interface HostileMail {
    readonly name: string;
    /** Made when it is needed: all of them together are a hundred megabytes. */
    readonly raw: () => Uint8Array;
}

const HEAD = [
    'From: Maria <maria@customer.example.com>',
    'To: support@example.com',
    'Subject: A question',
    'MIME-Version: 1.0',
];

const mail = (headers: readonly string[], body: string): string =>
    [...HEAD, ...headers, '', body].join('\r\n');
const page = (body: string): string => mail(['Content-Type: text/html; charset=utf-8'], body);
const text = (body: string): string => mail(['Content-Type: text/plain; charset=utf-8'], body);
const times = (count: number, words: string): string => words.repeat(count);

const paragraph =
    '<p style="color:#333">Some <b>honest</b> text, and a <a href="https://ok.example">link</a>.</p>\n';
export const plainMegabyte = paragraph.repeat(Math.floor(1_000_000 / paragraph.length));

/** All that is shown whole: 5,000 elements, 1 MB, a style on each. */
const STYLES =
    'margin:0 0 4px;padding:2px 8px;font-family:Arial,sans-serif;font-size:13px;line-height:18px;color:#1a2b3c;background-color:#fafafa;border:1px solid #eee';
const full = Array.from(
    { length: 5_000 },
    (_, n) => `<p style="${STYLES};width:${n % 90}px">Line ${n}</p>\n`,
).join('');

const parts = (count: number): string =>
    mail(
        ['Content-Type: multipart/mixed; boundary=b'],
        `${times(count, '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n')}--b--`,
    );

/** What most clients send: the same as text and as HTML. */
const both = (plain: string, html: string): string =>
    mail(
        ['Content-Type: multipart/alternative; boundary=b'],
        `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${plain}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--b--`,
    );

const QUOTED = '> > > An earlier mail that somebody answered, and answered again.\r\n';
const TEN_MEGABYTES = 10_000_000;
const quotedText = `Thank you.\r\n\r\n${times(Math.floor(TEN_MEGABYTES / QUOTED.length), QUOTED)}`;
const quotedHtml = `<p>Thank you.</p>${times(200_000, '<blockquote type="cite"><p>earlier</p></blockquote>')}`;

const MAILS: readonly (readonly [name: string, raw: () => string])[] = [
    ['script', () => page(times(2_000, '<script>steal()</script><p onclick="steal()">a</p>'))],
    [
        'style sheets',
        () => page(times(2_000, '<style>p{background:url(https://out.example/s)}</style><p>a</p>')),
    ],
    [
        'forms',
        () =>
            page(
                times(1_000, '<form action="https://out.example"><input value="1"><button>b</button></form>'),
            ),
    ],
    [
        'tracking images',
        () => page(times(4_900, '<img src="https://out.example/p.gif" width="1" height="1">')),
    ],
    [
        'position: fixed',
        () => page(times(4_900, '<div style="position:fixed;top:0;left:0;width:100%">a</div>')),
    ],
    [
        'data: and cid: URLs',
        () => page(times(900, `<img src="data:image/png;base64,${'A'.repeat(1_000)}"><img src="cid:logo">`)),
    ],
    ['50,000 parts', () => parts(50_000)],
    ['20,000 nested elements', () => page(`${times(20_000, '<div>')}x${times(20_000, '</div>')}`)],
    ['10 MB of quotes, text', () => text(quotedText)],
    ['10 MB of quotes, HTML', () => page(quotedHtml)],
    [
        '10 MB of nested quotes, HTML',
        () => page(`<p>Thank you.</p>${times(310_000, '<blockquote type="cite">earlier ')}`),
    ],
    ['10 MB of quotes, text and HTML', () => both(quotedText, quotedHtml)],
    ['1 MB of plain HTML', () => page(plainMegabyte)],
    ['1 MB, 5,000 elements: all shown', () => page(full)],
    ['10 MB in one line, text', () => text(times(TEN_MEGABYTES, 'x'))],
    ['1,000,000 ">", text', () => text(times(1_000_000, '>'))],
    ['1,000,000 lines of ">", text', () => text(times(1_000_000, '>\r\n'))],
    ['1,000,000 empty lines, text', () => text(`a${times(1_000_000, '\r\n')}b`)],
    ['110,000 attributions, text', () => text(times(110_000, 'On abc:\r\n'))],
    ['1,000,000 "<"', () => page(times(1_000_000, '<'))],
    ['comments never closed', () => page(times(250_000, '<!--'))],
    ['100,000 attributes', () => page(`<p ${times(100_000, 'a=b ')}>x</p>`)],
    [
        '100,000 different attributes',
        () => page(`<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=b`).join(' ')}>x</p>`),
    ],
    ['1 MB of entities', () => page(times(200_000, '&amp;'))],
    [
        '100,000 headers',
        () =>
            mail(
                Array.from({ length: 100_000 }, (_, n) => `X-${n}: a`),
                'x',
            ),
    ],
    [
        '1 MB of References',
        () => mail([`References: ${times(25_000, '<an.earlier.mail@customer.example.com>\r\n ')}`], 'x'),
    ],
    [
        '100,000 encoded words',
        () =>
            mail(
                [`X-Words: ${times(100_000, '=?utf-8?q?a?= ')}`, `Comments: ${times(10, '=?utf-8?b?')}`],
                'x',
            ),
    ],
    [
        '20,000 encoded words in the subject',
        () => mail([`Subject: ${times(20_000, '=?utf-8?q?a?=\r\n ')}x`], 'x'),
    ],
];

/** Each time of its own Message-ID, so that none is a mail that was received before. */
export const hostileMails = (time: string): HostileMail[] =>
    MAILS.map(([name, raw], n) => {
        const id = `<${time.replace(/\W/g, '.')}.${n}@customer.example.com>`;
        return { name, raw: () => new TextEncoder().encode(`Message-ID: ${id}\r\n${raw()}`) };
    });
