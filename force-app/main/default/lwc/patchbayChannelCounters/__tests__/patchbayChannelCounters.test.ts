import ChannelCounters from 'c/patchbayChannelCounters';
import { queues } from '../../../../../../local-org/gallery/people';
import { clear, listen, mount, part, parts, press, settle } from '../../../../../../local-org/gallery/mount';

afterEach(clear);

const shown = (element: Element): string[] =>
    parts(element, '.one').map(({ dataset, textContent }) => `${dataset.channel} ${textContent?.trim()}`);

it('counts what waits in my queues by channel, and leaves out what I hide', () => {
    const waiting = queues.reduce((sum, one) => sum + one.waiting, 0);
    expect(shown(mount(ChannelCounters, { counters: queues }))).toEqual([
        'voice 0',
        `email ${waiting}`,
        'chat 0',
    ]);
    expect(shown(mount(ChannelCounters, { counters: queues, hiddenChannels: ['voice', 'chat'] }))).toEqual([
        `email ${waiting}`,
    ]);
});

it('hides one and shows it again, and can be opened where all are hidden', async () => {
    const element = mount(ChannelCounters, { hiddenChannels: ['voice', 'email', 'chat'] });
    const changed = listen(element, 'change');
    part(element, '[data-id="counters"]').click();
    await settle();
    const box = (channel: string): HTMLElement => part(element, `input[data-channel="${channel}"]`);
    box('email').dispatchEvent(new CustomEvent('change'));
    Object.assign(element, { hiddenChannels: ['chat'] });
    await settle();
    box('voice').dispatchEvent(new CustomEvent('change'));
    expect(changed).toEqual([{ channels: ['voice', 'chat'] }, { channels: ['voice', 'chat'] }]);
    press(part(element, '.choose'), 'Escape');
    await settle();
    expect(parts(element, '.choose')).toHaveLength(0);
});
