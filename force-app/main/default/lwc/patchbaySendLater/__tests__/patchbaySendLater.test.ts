import SendLater from 'c/patchbaySendLater';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

it('asks for a time, and forgets it again', async () => {
    const element = mount(SendLater, {});
    const told = listen(element, 'schedule');
    part(element, '[data-id="later"]').click();
    await settle();
    const field = part(element, '[data-id="send-at"]') as HTMLInputElement;
    field.value = '2026-12-01T09:30';
    field.dispatchEvent(new CustomEvent('change'));
    part(element, '[data-id="at-once"]').click();
    await settle();
    expect(told).toEqual([{ sendAt: new Date(2026, 11, 1, 9, 30).getTime() }, { sendAt: null }]);
    expect(parts(element, '[data-id="send-at"]')).toHaveLength(0);
});

it('shows the time of what was taken back', () => {
    const at = new Date(2026, 11, 1, 9, 30).getTime();
    expect(part(mount(SendLater, { sendAt: at }), 'input')).toMatchObject({ value: '2026-12-01T09:30' });
});
