import Banners from 'c/patchbayInteractionBanners';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { interaction } from '../../../../../../local-org/gallery/interactions';
import { allowed, awayBanner, can, detail, not } from '../../../../../../local-org/gallery/thread';
import { clear, listen, mount, part, parts, must } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('merges with one click, or says why it cannot', () => {
    const summary = interaction(1, { mayBelongTo: { id: 3, number: '1003', subject: 'Title' } });
    const element = mount(Banners, { detail: detail(summary) });
    const merged = listen(element, 'merge');
    part(element, '[data-id="merge"]').dispatchEvent(new CustomEvent('act'));
    expect(merged).toEqual([{ intoInteractionId: 3 }]);
    const other = mount(Banners, {
        detail: detail(summary, { can: { ...can, merge: not('It is Ben’s.', 'Ask him.') } }),
    });
    expect(part(other, '[data-id="merge"]')).toMatchObject({
        actionLabel: null,
        nextStep: 'It is Ben’s. Ask him.',
    });
});

it('transfers to an original agent who is there, never to one who is away', () => {
    const there = { ...must(awayBanner), presence: 'available' as const, taggingNote: null };
    const element = mount(Banners, {
        detail: detail(undefined, { originalAgentBanner: there, can: { ...can, assign: allowed } }),
    });
    const transferred = listen(element, 'transfer');
    part(element, '[data-id="original"]').dispatchEvent(new CustomEvent('act'));
    expect(transferred).toEqual([{ agentId: 2 }]);
    const away = mount(Banners, {
        detail: detail(undefined, { originalAgentBanner: awayBanner, can: { ...can, assign: allowed } }),
    });
    expect(part(away, '[data-id="original"]')).toMatchObject({
        actionLabel: null,
        tone: 'warning',
        nextStep: 'c.Patchbay_OriginalAwayNext',
    });
});

it('shows nothing where nothing is to be said', () => {
    expect(parts(mount(Banners, { detail: detail() }), 'c-patchbay-refusal')).toHaveLength(0);
});
