import { leaveText, macroKeyOf, shortcutOf } from 'c/patchbayKeys';
import ShortcutSheet from 'c/patchbayShortcutSheet';
import { clear, listen, mount, part, parts, press } from '../../../../../../local-org/gallery/mount';

afterEach(clear);
function pressed(key: string, on: HTMLElement = document.body, more: KeyboardEventInit = {}): string | null {
    let heard: string | null = null;
    const listener = (event: KeyboardEvent): void => {
        heard = shortcutOf(event);
    };
    window.addEventListener('keydown', listener);
    document.body.append(on === document.body ? '' : on);
    press(on, key, more);
    window.removeEventListener('keydown', listener);
    return heard;
}

it('knows its keys', () => {
    expect(['j', 'k', 'a', 'r', 'R', 'f', 'n', 'c', '?', 'x'].map((key) => pressed(key))).toEqual([
        'next',
        'previous',
        'accept',
        'reply',
        'replyAll',
        'forward',
        'note',
        'close',
        'sheet',
        null,
    ]);
});

it('takes nothing from a field, nor from the browser', () => {
    for (const tag of ['input', 'textarea', 'select'])
        expect(pressed('r', document.createElement(tag))).toBeNull();
    expect(pressed('r', document.body, { ctrlKey: true })).toBeNull();
    expect(pressed('a', document.body, { metaKey: true })).toBeNull();
});

describe('Escape in a text', () => {
    const within = document.createElement('div');
    /** Whether the field was left, and has the focus still. */
    function escape(tag: string, prevented = false): { left: boolean; focused: boolean } {
        const field = document.createElement(tag);
        within.replaceChildren(field);
        document.body.append(within);
        field.focus();
        let left = false;
        const listener = (event: KeyboardEvent): void => {
            if (prevented) event.preventDefault();
            left = leaveText(event, within);
        };
        window.addEventListener('keydown', listener);
        press(field, 'Escape', { cancelable: true });
        window.removeEventListener('keydown', listener);
        return { left, focused: document.activeElement === field };
    }

    it('leaves it, unless it closes something there', () => {
        expect(escape('textarea')).toEqual({ left: true, focused: false });
        expect(escape('textarea', true)).toEqual({ left: false, focused: true });
    });

    it('leaves no choice and no field of somebody else', () => {
        expect(escape('select').left).toBe(false);
        const other = document.createElement('textarea');
        document.body.append(other);
        let left = true;
        const listener = (event: KeyboardEvent): void => {
            left = leaveText(event, within);
        };
        window.addEventListener('keydown', listener);
        press(other, 'Escape');
        window.removeEventListener('keydown', listener);
        expect(left).toBe(false);
    });
});

it('lists them, and goes by Escape, ? or its button', () => {
    const element = mount(ShortcutSheet);
    const closed = listen(element, 'close');
    expect(parts(element, 'kbd').map((key) => key.textContent)).toContain('Ctrl Enter');
    press(part(element, '.sheet'), 'Escape');
    press(part(element, '.sheet'), '?');
    part(element, 'lightning-button-icon').click();
    expect(closed).toHaveLength(3);
});

it('knows the key of a macro, on any keyboard and while one types', () => {
    const macroKey = (code: string, more: KeyboardEventInit = {}) =>
        macroKeyOf(new KeyboardEvent('keydown', { code, key: '!', ctrlKey: true, shiftKey: true, ...more }));
    expect([macroKey('Digit1'), macroKey('Numpad9')]).toEqual(['1', '9']);
    expect([macroKey('Digit0'), macroKey('KeyA')]).toEqual([null, null]);
    expect([macroKey('Digit1', { shiftKey: false }), macroKey('Digit1', { ctrlKey: false })]).toEqual([
        null,
        null,
    ]);
    // AltGr is Ctrl+Alt on some keyboards, and types.
    expect(macroKey('Digit1', { altKey: true })).toBeNull();
});
