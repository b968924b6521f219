import { expect, it } from '@jest/globals';
import { textOfTemplate } from './templateText.ts';

it.each([
    ['<p>Hello <b>Maria</b>,<br/>\n thank you.</p><p>Bye</p>', 'Hello Maria,\nthank you.\n\nBye'],
    ['<ul><li>One</li><li>Two</li></ul>', '- One\n- Two'],
    ['see <a href="https://example.com/a">our page</a>', 'see our page (https://example.com/a)'],
    ['<a href="mailto:a@example.com">write</a>', 'write (a@example.com)'],
    ['1 &lt; 2 &amp;amp; &#169; &#x2014; &nbsp;', '1 < 2 &amp; © —'],
])('%s is read as text', (html, text) => expect(textOfTemplate(html)).toBe(text));
