import { expect, it } from '@jest/globals';
import { Random } from '../../test/random.ts';
import { textOfTemplate } from './templateText.ts';

it.each([
    ['<p>Hello <b>Maria</b>,<br/>\n thank you.</p><p>Bye</p>', 'Hello Maria,\nthank you.\n\nBye'],
    ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
    ['see <a href="https://example.com/a">our page</a>', 'see our page (https://example.com/a)'],
    ['<a href="mailto:a@example.com">write</a>', 'write (a@example.com)'],
    ['1 &lt; 2 &amp;amp; &#169; &#x2014; &nbsp;', '1 < 2 &amp; © —'],
])('%s is read as text', (html, text) => expect(textOfTemplate(html)).toBe(text));

/** As regular expressions, plain to read and quadratic. */
const asExpressions = (html: string): string =>
    html
        .replace(/\s+/g, ' ')
        .replace(/<a href="([^"]*)">(.*?)<\/a>/gi, (_link, target: string, label: string) =>
            label === target ? label : `${label} (${target.replace(/^mailto:/i, '')})`,
        )
        .replace(/ ?<br\s*\/?> ?/gi, '\n')
        .replace(/ ?<li> ?/gi, '\n- ')
        .replace(/ ?<\/?(?:p|ul|ol|blockquote)\s*\/?> ?/gi, '\n\n')
        .replace(/<[^>]*>/g, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim();

it('reads whatever is made of tags and their halves as the expressions do', () => {
    const pieces = [
        '<a href="',
        '<A HREF="',
        '"',
        '">',
        '>',
        '<',
        '</a>',
        '</A>',
        'mailto:x',
        'x',
        ' ',
        '\n',
    ];
    const random = new Random(20_260_304);
    for (let round = 0; round < 20_000; round += 1) {
        const html = Array.from({ length: random.below(14) }, () =>
            random.pick([...pieces, '<br>', '<p>', '<li>', '</ul>', 'İ']),
        ).join('');
        expect([html, textOfTemplate(html)]).toEqual([html, asExpressions(html)]);
    }
});

// A quadratic reading of a million characters would not end within the hour.
it.each(['<', '<a href="', '<a href="x">', '<a href="x" >', '<<a>'])(
    'reads a million characters of %s',
    (piece) => {
        const html = piece.repeat(Math.ceil(1_000_000 / piece.length));
        const text = textOfTemplate(html);
        expect(text.includes('>')).toBe(false);
    },
);
