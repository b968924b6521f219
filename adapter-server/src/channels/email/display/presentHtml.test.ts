import { describe, it, expect } from '@jest/globals';
import { presentHtml } from './presentHtml.ts';
import { sliceHtml } from './sliceHtml.ts';

const cidUrl = (id: string) => (id === 'logo@x' ? '/attachments/1' : null);
const show = (html: string, showRemote = false) => presentHtml(html, { cidUrl, showRemote });

describe('showing HTML safely (E6)', () => {
    it.each([
        ['scripts', '<script>x()</script><p onclick="x()">a</p>', '<p>a</p>'],
        [
            'script URLs',
            '<a href="java&#10;script:x()">a</a>',
            '<a target="_blank" rel="noopener noreferrer nofollow">a</a>',
        ],
        ['style sheets and frames', '<style>p{}</style><iframe src="https://x.example">i</iframe>a', 'a'],
        ['forms', '<form action="https://x.example"><input value="1"><button>b</button></form>', 'b'],
        [
            'drawings that may hold script',
            '<svg><a xlink:href="javascript:x()">t</a></svg><math>m</math>a',
            'a',
        ],
        ['ids and classes', '<p id="login" class="modal" name="x">a</p>', '<p>a</p>'],
        [
            'what covers the page',
            '<div style="position:fixed;top:0;color:red;z-index:9;margin:-9px">a</div>',
            '<div style="color:red">a</div>',
        ],
        [
            'what loads from a style',
            '<p style="background:url(https://x.example/a);font-size:12px">a</p>',
            '<p style="font-size:12px">a</p>',
        ],
        [
            'what another page would say',
            '<base href="https://x.example"><meta http-equiv="refresh" content="0;url=https://x.example"><link rel="stylesheet" href="https://x.example">a',
            'a',
        ],
        ['comments', '<!--[if mso]><p>b</p><![endif]-->a', 'a'],
    ])('drops %s', (_what, html, shown) => expect(show(html).html).toBe(shown));

    it.each(['/api/v1/x', 'x', '//x.example', '?a', 'data:text/html,x', 'vbscript:x', ' javascript:x'])(
        'keeps no link to %j',
        (href) => expect(show(`<a href="${href}">a</a>`).html).not.toContain('href'),
    );

    it('opens links apart', () => {
        expect(show('<a href="https://ok.example" target="_top" rel="opener">a</a>').html).toBe(
            '<a href="https://ok.example" target="_blank" rel="noopener noreferrer nofollow">a</a>',
        );
    });

    it('blocks and counts remote images until asked', () => {
        const html = '<img src="https://t.example/p.gif" alt="pix"><img src="HTTP://t.example/2">';
        const blocked = show(html);
        expect(blocked.blockedRemote).toBe(2);
        expect(blocked.html).not.toContain('t.example');
        expect(blocked.html).toContain('alt="pix"');
        const shown = show(html, true);
        expect(shown.blockedRemote).toBe(0);
        expect(shown.html).toContain('src="https://t.example/p.gif"');
        expect(shown.html).toContain('referrerpolicy="no-referrer"');
    });

    it('shows inline images from our own store, and no data: or unknown ones', () => {
        const shown = show(
            '<img src="cid:logo%40x"><img src="cid:none"><img src="data:image/png;base64,AA=="><img src="//t.example/a">',
            true,
        );
        expect(shown.html.match(/src=/g)).toHaveLength(1);
        expect(shown.html).toContain('src="/attachments/1"');
    });

    it.each([
        ['nested elements', '<div>'.repeat(20_000) + 'x'],
        ['many elements', '<b>a</b>'.repeat(50_000)],
        ['an attribute never closed', '<a href="'.repeat(100_000)],
        ['a long style', `<p style="${'color:red;'.repeat(90_000)}">x</p>`],
        ['many attributes', `<p ${'a=b '.repeat(240_000)}>`],
        ['entities', '&amp;'.repeat(200_000)],
        ['brackets', '<'.repeat(1_000_000)],
    ])('is quick with the first slice of %s', (_what, html) => {
        const first = sliceHtml(html, 0)?.html ?? '';
        show('<p>warm</p>');
        const before = process.cpuUsage();
        show(first);
        const { user, system } = process.cpuUsage(before);
        expect((user + system) / 1_000).toBeLessThan(1_000);
    });
});
