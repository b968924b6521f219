import { frameDocument, wantsPaper } from '../frameDocument';

const colors = { text: '#eee', link: '#7cf', scheme: 'dark' };

it('runs nothing and loads nothing from elsewhere unless asked', () => {
    expect(frameDocument('<p>x</p>', false, colors)).toContain(
        "default-src 'none'; img-src blob: data:; style-src 'unsafe-inline'",
    );
    expect(frameDocument('<p>x</p>', true, colors)).toContain('img-src blob: data: https:;');
});

it('leaves inline images to the page, which may fetch them', () => {
    const html = frameDocument('<img src="/api/v1/attachments/31" alt="Logo">', false, colors);
    expect(html).toContain('<img data-attachment="31" alt="Logo">');
});

it('gives a mail with colors of its own white paper, others the theme', () => {
    expect(wantsPaper('<p style="background-color:#fff">x</p>')).toBe(true);
    expect(wantsPaper('<td bgcolor="red">')).toBe(true);
    expect(wantsPaper('<p>My favourite colour</p>')).toBe(false);
    expect(frameDocument('<p>x</p>', false, colors)).toContain('color:#eee');
    expect(frameDocument('<p style="color:red">x</p>', false, colors)).toContain('background:#fff');
});

it('sets quotes in a few levels only, so that the deepest is still as wide as a line', () => {
    expect(frameDocument('<blockquote>x</blockquote>'.repeat(2), false, colors)).toMatch(
        /(?:blockquote ){6}\{margin:0;padding:0;border:0\}|(?:blockquote ){5}blockquote\{margin:0;padding:0;border:0\}/,
    );
});
