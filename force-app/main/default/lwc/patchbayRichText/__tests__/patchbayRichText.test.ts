import RichText from 'c/patchbayRichText';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, listen, mount, part, settle } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
beforeAll(() => {
    URL.revokeObjectURL = () => undefined;
});
afterEach(clear);

const field = (element: Element): HTMLElement => part(element, '[role="textbox"]');

it('shows stored text without what could run or fetch', () => {
    const element = mount(RichText, {
        html: '<p onclick="x()">Dear <b>Maria</b><script>alert(1)</script><a href="javascript:x()">l</a><img src="https://track.example.com/x"></p>',
    });
    const shown = [...field(element).querySelectorAll('*')];
    expect(shown.map((node) => node.tagName)).toEqual(['P', 'B', 'A']);
    expect(shown.flatMap((node) => node.getAttributeNames())).toEqual([]);
    expect(field(element).textContent).toBe('Dear Marial');
});

it('shows an uploaded image and sends it by its content id', async () => {
    const element = mount(RichText, { html: '<p>Look</p>' }) as HTMLElement & {
        insertImage(id: number, alt: string): void;
    };
    const changed = listen(element, 'richchange');
    element.insertImage(7, 'lamp.png');
    await settle();
    expect(changed).toMatchObject([{ html: '<p>Look</p><img src="cid:upload.7@patchbay" alt="lamp.png">' }]);
    expect(field(element).querySelector('img')?.getAttribute('src')).toBe('blob:one');
});

it('changes words piece by piece and leaves their format', () => {
    const element = mount(RichText, { html: '<p>Hi <b>you 🙂</b></p>' }) as HTMLElement & {
        mend(change: (piece: string) => string): void;
    };
    const told = listen(element, 'richchange');
    element.mend((piece) => piece.replace(' 🙂', ''));
    expect(told).toMatchObject([{ html: '<p>Hi <b>you</b></p>', text: 'Hi you' }]);
});
