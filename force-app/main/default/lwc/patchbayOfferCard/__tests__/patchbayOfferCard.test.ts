import OfferCard from 'c/patchbayOfferCard';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { offer } from '../../../../../../local-org/gallery/interactions';
import { clear, listen, mount, part, words } from '../../../../../../local-org/gallery/mount';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

it('says who, what, from which queue and why me', () => {
    const text = words(part(mount(OfferCard, { offer }), '.card'));
    for (const said of ['Amelia Thompson', 'Re: Lien release', 'Support', offer.why])
        expect(text).toContain(said);
});

it('says how soon it is wanted', () => {
    const urgent = { ...offer, interaction: { ...offer.interaction, priority: 'urgent' } };
    const mark = part<HTMLElement & { priority: string }>(
        mount(OfferCard, { offer: urgent }),
        'c-patchbay-priority',
    );
    expect(mark.priority).toBe('urgent');
});

it('accepts and declines by the offer’s id', () => {
    const element = mount(OfferCard, { offer });
    const accepted = listen(element, 'accept');
    const declined = listen(element, 'decline');
    part(element, '[data-id="accept"]').click();
    part(element, '[data-id="decline"]').click();
    expect([accepted, declined]).toEqual([[{ offerId: 51 }], [{ offerId: 51 }]]);
});

it('cannot be answered twice', () => {
    const element = mount(OfferCard, { offer, busy: true });
    expect(part<HTMLButtonElement>(element, '[data-id="accept"]').disabled).toBe(true);
    expect(part<HTMLButtonElement>(element, '[data-id="decline"]').disabled).toBe(true);
});

it('passes on why it was refused and the next step', () => {
    const refusal = { message: 'Ben has it.', nextStep: 'Take the next one.' };
    const shown = part(mount(OfferCard, { offer, refusal }), 'c-patchbay-refusal') as HTMLElement &
        typeof refusal;
    expect([shown.message, shown.nextStep]).toEqual([refusal.message, refusal.nextStep]);
});

it('shows who transferred it and what they wrote', () => {
    const by = { id: 2, name: 'Ben Okafor' };
    const transfer = { by, to: { id: 1, name: 'Ana Ruiz' }, at: 0, note: 'She asked for you' };
    expect(
        words(part(mount(OfferCard, { offer: { ...offer, transfer } }), '[data-id="transfer"]')),
    ).toContain('She asked for you');
});
