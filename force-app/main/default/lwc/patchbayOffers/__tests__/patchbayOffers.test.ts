import Offers from 'c/patchbayOffers';
import { fakeSession, refused } from '../../../../../../local-org/gallery/fakeSession';
import { offer } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, parts, settle } from '../../../../../../local-org/gallery/mount';

let mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

beforeEach(() => {
    mockSession = fakeSession({ offers: [offer] });
});
afterEach(clear);

const answer = (element: Element, name: string): void => {
    part(element, 'c-patchbay-offer-card').dispatchEvent(
        new CustomEvent(name, { detail: { offerId: offer.id } }),
    );
};

it('opens the interaction before the server has answered', () => {
    mockSession.held = true;
    const element = mount(Offers);
    const accepted = listen(element, 'accepted');
    answer(element, 'accept');
    expect(accepted).toEqual([{ interactionId: 9 }]);
    expect(mockSession.commands).toEqual([['acceptOffer', { offerId: 51 }]]);
});

it('brings a declined offer back with the reason when the server refuses', async () => {
    mockSession.held = true;
    mockSession.answers.declineOffer = refused('Too late.', 'It is yours.');
    const element = mount(Offers);
    answer(element, 'decline');
    await settle();
    expect(parts(element, 'c-patchbay-offer-card')).toHaveLength(0);
    mockSession.release();
    await settle();
    const card = part(element, 'c-patchbay-offer-card') as HTMLElement & { refusal: unknown };
    expect(card.refusal).toEqual({ message: 'Too late.', nextStep: 'It is yours.' });
});

it('announces an offer that comes in to screen readers', async () => {
    mockSession = fakeSession();
    const element = mount(Offers);
    expect(part(element, '[aria-live="assertive"]').textContent).toBe('');
    mockSession.change({ offers: [offer] });
    await settle();
    expect(part(element, '[aria-live="assertive"]').textContent).toBe('c.Patchbay_OfferFrom');
});

it('accepts the first by key, and says when there is none', () => {
    const element = mount(Offers) as HTMLElement & { acceptFirst(): boolean };
    expect(element.acceptFirst()).toBe(true);
    expect(element.acceptFirst()).toBe(false);
    expect(mockSession.commands).toHaveLength(1);
});
