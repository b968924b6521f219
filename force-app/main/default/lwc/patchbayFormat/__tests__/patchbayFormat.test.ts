import { ago, clockTime, duration, fileSize, fill, initials, personName } from 'c/patchbayFormat';

jest.mock('@salesforce/label/c.Patchbay_DurationHours', () => ({ default: '{0} h {1} min' }), {
    virtual: true,
});
jest.mock('@salesforce/label/c.Patchbay_DurationDays', () => ({ default: '{0} d {1} h' }), { virtual: true });
jest.mock('@salesforce/label/c.Patchbay_AgoMinutes', () => ({ default: '{0} min' }), { virtual: true });
jest.mock('@salesforce/label/c.Patchbay_AgoNow', () => ({ default: 'now' }), { virtual: true });
jest.mock('@salesforce/label/c.Patchbay_Kilobytes', () => ({ default: '{0} KB' }), { virtual: true });
jest.mock('@salesforce/label/c.Patchbay_Bytes', () => ({ default: '{0} B' }), { virtual: true });

const at = Date.UTC(2026, 0, 12, 17, 5, 9);

describe('durations', () => {
    it.each([
        [-5, '0:00'],
        [59_999, '0:59'],
        [60_000, '1:00'],
        [3_599_999, '59:59'],
        [3_600_000, '1 h 00 min'],
        [86_399_999, '23 h 59 min'],
        [86_400_000, '1 d 0 h'],
    ])('%d ms reads %s', (length, text) => {
        expect(duration(length)).toBe(text);
    });
});

describe('times of day', () => {
    it('are in the agent’s zone', () => {
        expect(clockTime(at, at, 'Europe/Vienna')).toBe('18:05');
        expect(clockTime(at, at, 'America/New_York')).toBe('12:05');
    });
    it('name the day when it is another', () => {
        expect(clockTime(at + 86_400_000, at, 'Europe/Vienna')).toBe('Tue 18:05');
        expect(clockTime(at + 9 * 86_400_000, at, 'Europe/Vienna')).toBe('Jan 21 18:05');
    });
    it('stand in for a zone that the browser does not know', () => {
        expect(clockTime(at, at, 'Nowhere/Land')).toMatch(/^\d\d:\d\d$/);
    });
    it('are short when past', () => {
        expect(ago(at, at + 59_999)).toBe('now');
        expect(ago(at, at + 60_000)).toBe('1 min');
    });
});

it('says sizes in the unit one would', () => {
    expect(fileSize(1023)).toBe('1023 B');
    expect(fileSize(1024)).toBe('1 KB');
});

it('fills labels and leaves what has no value empty', () => {
    expect(fill('{0} of {1}{2}', 1, 'two')).toBe('1 of two');
});

it('shortens names', () => {
    expect(initials('Maria del Carmen García')).toBe('MG');
    expect(initials('ána@example.com')).toBe('Á');
    expect(initials('')).toBe('?');
    expect(personName({ name: ' ', address: 'a@example.com' })).toBe('a@example.com');
});
