import NotifySettings from 'c/patchbayNotifySettings';
import { me } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockAllowed = true;
jest.mock('c/patchbayAlerts', () => ({ askForDesktop: () => Promise.resolve(mockAllowed) }));
afterEach(clear);

const change = (element: Element, kind: string, way: string, checked: boolean): void => {
    const box = part<HTMLInputElement>(element, `[data-kind="${kind}"][data-way="${way}"]`);
    box.checked = checked;
    box.dispatchEvent(new CustomEvent('change'));
};

it('changes one way and leaves the other', () => {
    const element = mount(NotifySettings, { notifyBy: me.notifyBy });
    const changed = listen(element, 'notifychange');
    change(element, 'offer', 'sound', false);
    expect(changed).toEqual([{ kind: 'offer', sound: false, desktop: true }]);
});

it('says what to do where the browser does not allow it', async () => {
    const element = mount(NotifySettings, { notifyBy: {} });
    mockAllowed = true;
    change(element, 'reply', 'desktop', true);
    await settle();
    expect(parts(element, 'c-patchbay-refusal')).toHaveLength(0);
    mockAllowed = false;
    change(element, 'mention', 'desktop', true);
    await settle();
    expect(part(element, 'c-patchbay-refusal')).toMatchObject({ nextStep: 'c.Patchbay_DesktopBlockedNext' });
});
