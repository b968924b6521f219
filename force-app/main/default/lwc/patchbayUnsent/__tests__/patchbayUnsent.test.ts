import Unsent from 'c/patchbayUnsent';
import { atOnce, message } from '../../../../../../local-org/gallery/thread';
import { clear, listen, mount, part, parts, words } from '../../../../../../local-org/gallery/mount';

const unsent = (id: number, more: object = {}) =>
    message(id, {
        direction: 'outbound',
        delivery: {
            state: 'waiting',
            detail: null,
            at: null,
            ...atOnce,
            leavesAt: 1,
            canUndo: true,
            ...more,
        },
    });
afterEach(clear);

it('lets one take back what has not left, and nothing else', () => {
    const element = mount(Unsent, { messages: [message(1), unsent(2), unsent(3, { canUndo: false })] });
    const undone = listen(element, 'undo');
    expect(parts(element, '.unsent')).toHaveLength(1);
    expect(parts(element, '[data-id="send-now"]')).toHaveLength(0);
    part(element, '[data-id="undo"]').click();
    expect(undone).toEqual([{ messageId: 2 }]);
});

it('says that the customer wrote before a scheduled mail left, which may leave now', () => {
    const element = mount(Unsent, { messages: [unsent(4, { scheduled: true, customerWroteSince: true })] });
    const now = listen(element, 'sendnow');
    expect(words(part(element, '.unsent'))).toContain('c.Patchbay_UnsentCustomerWrote');
    part(element, '[data-id="send-now"]').click();
    expect(now).toEqual([{ messageId: 4 }]);
});
