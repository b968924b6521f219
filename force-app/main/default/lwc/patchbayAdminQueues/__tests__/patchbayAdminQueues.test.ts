import AdminQueues from 'c/patchbayAdminQueues';
import { fakeSession, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, settle, type } from '../../../../../../local-org/gallery/mount';
import { durationText, readDuration } from 'c/patchbayDuration';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const day = [{ from: '00:00', to: '24:00' }];
const openingHours = {
    timeZone: 'UTC',
    weekly: {
        monday: day,
        tuesday: day,
        wednesday: day,
        thursday: day,
        friday: day,
        saturday: [],
        sunday: [],
    },
    exceptions: [],
};
const queue = (id: number, name: string): object => ({
    id,
    name,
    restricted: false,
    addresses: [],
    openingHours,
    holdFor: 57_600_000,
    holdMode: 'wall_clock',
    emailRingFor: 60_000,
    emailWrapUpLimit: null,
    transferNote: 'required',
    transferToBusy: 'wait',
    acknowledgement: 'Hello',
    serviceTargets: null,
});
beforeEach(() => {
    mockSession = fakeSession();
    mockSession.answers.listQueues = { items: [queue(1, 'Support'), queue(2, 'Title')] };
    mockSession.answers.listDispositions = {
        items: [{ id: 5, label: 'Refund' }],
        ofAll: [{ id: 1, label: 'Solved' }],
    };
});
afterEach(clear);

const field = (element: Element, name: string): HTMLInputElement => part(element, `[data-name="${name}"]`);
const save = (element: Element): HTMLButtonElement => part(element, '[data-id="save"]');
async function open(): Promise<HTMLElement> {
    const element = mount(AdminQueues);
    await settle();
    return element;
}

it('gives only what was changed; an empty wrap-up limit is none', async () => {
    const element = await open();
    expect(field(element, 'holdFor').value).toBe('16h');
    expect(save(element).disabled).toBe(true);
    type(field(element, 'emailWrapUpLimit'), '5 m');
    part(element, 'c-patchbay-ordered-list').dispatchEvent(
        new CustomEvent('change', { detail: { items: [{ id: null, label: 'Repair' }] } }),
    );
    await settle();
    save(element).click();
    await settle();
    expect(mockSession.commands).toEqual([
        ['updateQueue', { queueId: 1, emailWrapUpLimit: 300_000 }],
        ['setDispositions', { queueId: 1, items: [{ id: null, label: 'Repair' }] }],
    ]);
});

it('does not save what cannot be read, and says how to write it', async () => {
    const element = await open();
    type(field(element, 'holdFor'), 'soon');
    await settle();
    expect(save(element).disabled).toBe(true);
    expect(part(element, '.wrong').textContent).toBe('c.Patchbay_DurationCannotRead');
});

it('keeps what is not saved yet while one looks at another queue', async () => {
    const element = await open();
    type(field(element, 'holdFor'), '8h');
    const choose = async (id: number): Promise<void> => {
        const select = part<HTMLSelectElement>(element, '[data-id="queue"]');
        select.value = String(id);
        select.dispatchEvent(new CustomEvent('change'));
        await settle();
    };
    await choose(2);
    expect(field(element, 'holdFor').value).toBe('16h');
    await choose(1);
    expect(field(element, 'holdFor').value).toBe('8h');
});

it('reads and writes durations as the first-run file does', () => {
    expect([57_600_000, 90_000, 86_400_000, null].map(durationText)).toEqual(['16h', '90s', '1d', '']);
    expect(['16h', '5 m', '90S', '0s', '5', 'x'].map(readDuration)).toEqual([
        57_600_000,
        300_000,
        90_000,
        null,
        null,
        null,
    ]);
});

it('gives the service targets that were typed, and none where all are emptied', async () => {
    const element = await open();
    const settings = part<HTMLElement & { form: object }>(element, 'c-patchbay-target-settings');
    const change = async (typed: object): Promise<void> => {
        settings.dispatchEvent(
            new CustomEvent('change', { detail: { form: { ...settings.form, ...typed } } }),
        );
        await settle();
    };
    await change({ cells: { 'all.firstReply': '4h', 'urgent.firstReply': '30m', 'low.resolution': ' ' } });
    save(element).click();
    await settle();
    expect(mockSession.commands).toEqual([
        [
            'updateQueue',
            {
                queueId: 1,
                serviceTargets: {
                    all: { firstReply: 14_400_000, nextReply: null, resolution: null },
                    byPriority: { urgent: { firstReply: 1_800_000, nextReply: null, resolution: null } },
                    warnBy: 'percent',
                    warnPercent: 75,
                    warnBefore: 900_000,
                },
            },
        ],
    ]);
    await change({ cells: { 'all.firstReply': 'soon' } });
    expect(save(element).disabled).toBe(true);
});

it('shows and saves the signature of the queue, alone where nothing else changed', async () => {
    mockSession.answers.listQueueSignatures = { items: [{ queueId: 1, text: 'Your {{queue.name}}' }] };
    const element = await open();
    expect(field(element, 'signature').value).toBe('Your {{queue.name}}');
    type(field(element, 'signature'), 'Support team');
    await settle();
    save(element).click();
    await settle();
    expect(mockSession.commands).toEqual([['saveSignatureOfQueue', { queueId: 1, text: 'Support team' }]]);
});
