import Empty from 'c/patchbayEmpty';
import OfflineBar from 'c/patchbayOfflineBar';
import Refusal from 'c/patchbayRefusal';
import Skeleton from 'c/patchbaySkeleton';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, listen, mount, part, parts, words } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('says why and what to do, to screen readers at once', () => {
    const element = mount(Refusal, {
        message: 'Not read.',
        nextStep: 'Write a new mail.',
        actionLabel: 'New mail',
        dismissible: true,
    });
    expect(words(part(element, '[role="alert"]'))).toContain('Not read.Write a new mail.');
    const acted = listen(element, 'act');
    const dismissed = listen(element, 'dismiss');
    part(element, '.action').click();
    part(element, 'lightning-button-icon').click();
    expect([acted.length, dismissed.length]).toEqual([1, 1]);
});

it('has no buttons that do nothing', () => {
    expect(parts(mount(Refusal, { message: 'No.' }), 'button, lightning-button-icon')).toHaveLength(0);
    expect(parts(mount(Empty, { heading: 'Nothing' }), 'lightning-button')).toHaveLength(0);
});

it('lets one try again where loading failed', () => {
    const element = mount(Empty, { heading: 'Failed', actionLabel: 'Try again' });
    const acted = listen(element, 'act');
    part(element, 'lightning-button').click();
    expect(acted).toHaveLength(1);
});

it('has the shape of what is loading', () => {
    expect(parts(mount(Skeleton, { rows: 4 }), '.row')).toHaveLength(4);
});

it('counts since when it is offline', () => {
    expect(part(mount(OfflineBar, { since: 5 }), 'c-patchbay-timer')).toMatchObject({
        since: 5,
        words: 'c.Patchbay_OfflineSince',
    });
});
