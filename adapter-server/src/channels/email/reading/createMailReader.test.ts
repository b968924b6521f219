import { describe, expect, it } from '@jest/globals';
import { createMailReader } from './createMailReader.ts';

const reader = createMailReader();

describe('the language of a text', () => {
    it.each([
        ['en', 'My last invoice is wrong, could you please have a look at it?'],
        ['de', 'Meine letzte Rechnung stimmt nicht, könnten Sie bitte nachsehen?'],
        ['es', 'Mi última factura no es correcta, ¿podrían revisarla por favor?'],
        ['fr', 'Ma dernière facture est fausse, pourriez-vous la vérifier ?'],
        ['ja', '前回の請求書が間違っているようです。ご確認いただけますでしょうか。'],
        ['ru', 'В моём последнем счёте ошибка, проверьте его, пожалуйста.'],
    ])('%s', async (language, text) => {
        expect(await reader.language(text)).toBe(language);
        expect(reader.languages).toContain(language);
    });

    it('is not told from a word or two, from addresses, or from nothing', async () => {
        for (const text of [
            '',
            'Hello',
            'Hello world!',
            'maria.gonzalez@customer.example.com https://example.com/a',
        ])
            expect(await reader.language(text)).toBeNull();
    });

    it('is that of the beginning: a long mail costs no more', async () => {
        const english = 'The quick answer is that we cannot find the parcel. '.repeat(100);
        expect(await reader.language(english + 'Всё остальное написано по-русски. '.repeat(50_000))).toBe(
            'en',
        );
    });
});

it('headers: by name whatever their case, unfolded, each of several', () => {
    const raw = Buffer.from(
        'X-Priority: 1\r\nReceived: a\r\n\tb\r\nreceived: c\r\nSubject: Hi\r\n\r\nX-Body: no\r\n',
    );
    const headers = reader.headers(raw);
    expect(headers.get('x-priority')).toEqual(['1']);
    expect(headers.get('received')).toEqual(['a\tb', 'c']);
    expect(headers.has('x-body')).toBe(false);
});

it('the text of its own ends where the quoted mail begins', () => {
    const text = 'Please refund me.\n\nOn Monday Ana Ruiz wrote:\n> Your invoice is attached.\n';
    expect(reader.ownText(text)).not.toContain('invoice');
    expect(reader.ownText(text)).toContain('refund');
});
