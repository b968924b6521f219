import { keptHtml, wordsOf } from '../keptHtml';

it('keeps format, lists and links as the server takes them', () => {
    const html =
        '<p>Dear <b>{{customer.name}}</b></p><ul><li>a &lt; b</li></ul><a href="https://example.com/?a=1&amp;b=2">here</a>';
    expect(keptHtml(html)).toBe(html);
});

it('makes paragraphs of the lines of a field and of headings, once', () => {
    expect(keptHtml('One<div>Two</div><div><div>Three</div></div><h2>Four</h2>')).toBe(
        'One<p>Two</p><p>Three</p><p>Four</p>',
    );
});

it('leaves the words of what is not kept, and no code', () => {
    expect(
        keptHtml(
            '<span style="color:red">Red</span><img src="x"><a href="javascript:x()">click</a><u onclick="x()">u</u>',
        ),
    ).toBe('Redclick<u>u</u>');
});

it('shows its words in one line', () => {
    expect(
        wordsOf('<p>Dear <b>you</b></p><ul><li>one</li><li>two</li></ul>').replace(/\s+/g, ' ').trim(),
    ).toBe('Dear you one two');
});
