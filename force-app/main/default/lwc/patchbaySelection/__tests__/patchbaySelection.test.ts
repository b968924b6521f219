import { onOpen, openInteraction } from 'c/patchbaySelection';

const otherWindow = (newValue: string | null, key = 'patchbay.open'): void => {
    window.dispatchEvent(Object.assign(new CustomEvent('storage'), { key, newValue }));
};

it('says whether a workspace of this page has taken it', () => {
    expect(openInteraction(1, 1)).toBe(false);
    const heard = jest.fn();
    const stop = onOpen(heard);
    expect(openInteraction(2, 2)).toBe(true);
    stop();
    expect(openInteraction(3, 3)).toBe(false);
    expect(heard.mock.calls).toEqual([[2]]);
});

it('hears a popped-out utility, and nothing that is no interaction', () => {
    const heard = jest.fn();
    const stop = onOpen(heard);
    otherWindow('7 123');
    otherWindow('nonsense');
    otherWindow(null);
    otherWindow('8 1', 'something else');
    stop();
    otherWindow('9 1');
    expect(heard.mock.calls).toEqual([[7]]);
});
