import { findProblems, hasProblems } from 'c/patchbayRules';

const written = { texts: [], recipients: [], addressOnRecord: 'maria@customer.example' };

it('finds what the server would refuse', () => {
    const problems = findProblems({
        ...written,
        texts: [
            { field: 'subject', text: 'Re: Party 🎉', customersWords: 'Party 🎉' },
            { field: 'body', text: 'Hi {{customer.name}} {{customer.name}} 🙂 {{mine}}' },
        ],
        recipients: ['ben@example.com', 'no-reply@bank.example'],
    });
    expect(problems.emojis).toEqual([{ field: 'body', offset: 39, length: 2, emoji: '🙂' }]);
    expect(problems.unfilled).toEqual(['customer.name']);
    expect(problems.unread).toEqual([
        {
            address: 'no-reply@bank.example',
            reason: 'Replies to no-reply@bank.example are not read.',
            nextStep: "Start a new mail to maria@customer.example, the customer's address on record.",
        },
    ]);
    expect(hasProblems(problems)).toBe(true);
});

it('finds nothing in what may go', () => {
    expect(hasProblems(findProblems({ ...written, texts: [{ field: 'body', text: '© 2026 ☎' }] }))).toBe(
        false,
    );
});
