import { exceptionsText, rangesText, readExceptions, readRanges } from '../hoursText';

it.each([
    ['', []],
    ['9-12', [{ from: '09:00', to: '12:00' }]],
    [
        '9:00–12:00, 13:00 – 17:30',
        [
            { from: '09:00', to: '12:00' },
            { from: '13:00', to: '17:30' },
        ],
    ],
    ['0-24', [{ from: '00:00', to: '24:00' }]],
])('reads the hours %p', (text, ranges) => {
    expect(readRanges(text)).toEqual(ranges);
});

it.each(['morning', '12-9', '9-9', '9-24:01', '9:60-10', '9-'])('does not guess at %p', (text) => {
    expect(readRanges(text)).toBeNull();
});

it('reads what it writes, holidays too', () => {
    const exceptions = [
        { date: '2027-12-24', name: 'Christmas Eve', ranges: [{ from: '09:00', to: '12:00' }] },
        { date: '2027-12-25', name: 'Christmas', ranges: [] },
    ];
    expect(readExceptions(exceptionsText(exceptions))).toEqual(exceptions);
    expect(readRanges(rangesText([{ from: '09:00', to: '12:00' }]))).toEqual([
        { from: '09:00', to: '12:00' },
    ]);
    expect(readExceptions('Christmas')).toBeNull();
    expect(readExceptions('2027-12-24 Eve: 12-9')).toBeNull();
});
