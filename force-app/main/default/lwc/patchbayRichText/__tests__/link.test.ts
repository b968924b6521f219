import { linkTarget } from '../link';

it('takes web and mail addresses, with or without their beginning', () => {
    expect(linkTarget(' https://example.com/a?b=1 ')).toBe('https://example.com/a?b=1');
    expect(linkTarget('returns.example.com/label')).toBe('https://returns.example.com/label');
    expect(linkTarget('example.com:8443/a')).toBe('https://example.com:8443/a');
    expect(linkTarget('maria@example.com')).toBe('mailto:maria@example.com');
    expect(linkTarget('mailto:maria@example.com')).toBe('mailto:maria@example.com');
});

it('takes nothing else', () => {
    for (const typed of [
        '',
        'nowhere',
        'two words.example.com',
        'vbscript:run(1)',
        'data:text/html,x',
        'https://"x',
    ])
        expect(linkTarget(typed)).toBeNull();
});
