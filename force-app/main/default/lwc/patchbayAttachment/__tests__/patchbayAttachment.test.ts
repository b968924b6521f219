import Attachment from 'c/patchbayAttachment';
import SenderCheck from 'c/patchbaySenderCheck';
import { fakeSession, refused, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, listen, mount, part, parts, settle, words } from '../../../../../../local-org/gallery/mount';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
const image = { id: 3, filename: 'front.jpeg', contentType: 'image/jpeg', size: 2_048 };
beforeEach(() => {
    mockSession = fakeSession();
    URL.revokeObjectURL = jest.fn();
});
afterEach(clear);

it('previews images here, and lets go of them when it goes', async () => {
    const element = mount(Attachment, { attachment: image });
    part(element, '[data-id="preview"]').click();
    await settle();
    expect(part<HTMLImageElement>(element, '.large').src).toBe('blob:one');
    clear();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:one');
});

it('never previews what could do more than be looked at', () => {
    for (const contentType of ['image/svg+xml', 'text/html', 'application/pdf'])
        expect(
            parts(mount(Attachment, { attachment: { ...image, contentType } }), '[data-id="preview"]'),
        ).toHaveLength(0);
});

it('says why a file cannot be had', async () => {
    mockSession.answers.download = refused('It was erased.');
    const element = mount(Attachment, { attachment: image });
    part(element, '[data-id="download"]').click();
    await settle();
    expect(words(part(element, '.chip_failed'))).toContain('It was erased.');
});

it('shows the progress of an upload and can be taken back', () => {
    const element = mount(Attachment, {
        attachment: { ...image, id: null },
        progress: 0.42,
        removable: true,
    });
    const removed = listen(element, 'remove');
    expect(part(element, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('42');
    part(element, '[data-id="remove"]').click();
    expect([removed.length, parts(element, '[data-id="download"]').length]).toEqual([1, 0]);
});

it.each([
    [{ spf: 'pass', dkim: 'fail', dmarc: 'pass' }, 'SenderChecked'],
    [{ spf: 'pass', dkim: 'pass', dmarc: 'fail' }, 'SenderFailed'],
    [{ spf: 'fail', dkim: 'none', dmarc: 'none' }, 'SenderFailed'],
    [{ spf: 'none', dkim: 'pass', dmarc: 'none' }, 'SenderChecked'],
    [{ spf: 'none', dkim: 'none', dmarc: 'none' }, 'SenderUnknown'],
    [null, 'SenderUnknown'],
])('sender %j reads %s', (authentication, word) => {
    expect(words(part(mount(SenderCheck, { authentication }), '.check'))).toBe(`c.Patchbay_${word}`);
});
