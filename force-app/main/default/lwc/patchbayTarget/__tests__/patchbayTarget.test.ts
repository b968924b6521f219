import Target from 'c/patchbayTarget';
import { fakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { clear, mount, part, parts, settle, words } from '../../../../../../local-org/gallery/mount';
import { targetWords } from '../targetWords';

const mockSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));
afterEach(clear);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DUE = 1_800_000_000_000;
const target = { kind: 'first_reply', dueAt: DUE, warnAt: DUE - 15 * MINUTE } as const;
const at = (left: number, but: object = {}) => targetWords({ ...target, ...but }, DUE - left);

it.each([
    [25 * MINUTE, 'running'],
    [15 * MINUTE + 1, 'running'],
    [15 * MINUTE, 'warned'],
    [1, 'warned'],
    [0, 'overdue'],
    [-HOUR, 'overdue'],
])('with %i ms left it is %s', (left, state) => {
    expect(at(left)?.state).toBe(state);
});

it('without a due time nothing is counted, and without a warning it only comes due', () => {
    expect(at(0, { dueAt: null })).toBeNull();
    expect(at(1, { warnAt: null })?.state).toBe('running');
});

it('says in words, by kind and state', () => {
    expect(at(25 * MINUTE)?.text).toBe('c.Patchbay_TargetReplyDue');
    expect(at(24 * HOUR)?.text).toBe('c.Patchbay_TargetReplyDueAt');
    expect(at(MINUTE)?.text).toBe('c.Patchbay_TargetReplySoon');
    expect(at(0)?.text).toBe('c.Patchbay_TargetReplyOverdue');
    expect(at(25 * MINUTE, { kind: 'resolution' })?.text).toBe('c.Patchbay_TargetResolutionDue');
    expect(at(0, { kind: 'resolution' })?.text).toBe('c.Patchbay_TargetResolutionOverdue');
});

it('has a shape beside its color where it is urgent, and none where it is not', async () => {
    const now = Date.now();
    const shown = (left: number) =>
        mount(Target, {
            target: { kind: 'next_reply', dueAt: now + left, warnAt: now + left - 10 * MINUTE },
        });
    expect(parts(shown(HOUR), 'lightning-icon')).toHaveLength(0);
    const soon = shown(5 * MINUTE);
    const late = shown(-MINUTE);
    await settle();
    expect(part<HTMLElement & { iconName: string }>(soon, 'lightning-icon').iconName).toBe('utility:warning');
    expect(part<HTMLElement & { iconName: string }>(late, 'lightning-icon').iconName).toBe('utility:error');
    expect(words(part(late, '.words'))).toBe('c.Patchbay_TargetReplyOverdue');
});

it('shows nothing while the clock stands still', () => {
    const element = mount(Target, { target: { kind: 'next_reply', dueAt: null, warnAt: null } });
    expect(parts(element, '.target')).toHaveLength(0);
});
