import Administration from 'c/patchbayAdministration';
import { fakeSession, type FakeSession } from '../../../../../../local-org/gallery/fakeSession';
import { me } from '../../../../../../local-org/gallery/people';
import { clear, mount, part, parts, settle, words } from '../../../../../../local-org/gallery/mount';
import { SECTIONS } from '../sections';

let mockSession: FakeSession = fakeSession();
jest.mock('c/patchbaySession', () => ({ getSession: () => mockSession }));

const admin = { ...me, role: 'admin' as const };
let width = 1280;
let resized: () => void = () => undefined;
class Observer {
    constructor(run: () => void) {
        resized = run;
    }
    observe(): void {}
    disconnect(): void {}
}

beforeEach(() => {
    localStorage.clear();
    width = 1280;
    Object.assign(globalThis, { ResizeObserver: Observer });
    jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width);
    mockSession = fakeSession({ me: admin });
    mockSession.answers.getPauseReasons = { reasons: [], required: false };
    mockSession.answers.listOutbox = { items: [], more: false, counts: { waiting: 0, dead: 0 } };
    mockSession.answers.listQuarantine = { items: [], more: false, waiting: 0 };
});
afterEach(() => {
    clear();
    jest.restoreAllMocks();
});

const tag = (name: string): string =>
    `c-patchbay-admin-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const shownSections = (element: Element): string[] =>
    SECTIONS.map(({ name }) => tag(name)).filter((name) => parts(element, name).length > 0);

it('shows a manager who is blocked, and nothing else', async () => {
    localStorage.setItem('patchbay.administration.section', 'queues');
    mockSession = fakeSession({ me: { ...me, role: 'manager' } });
    const element = mount(Administration);
    await settle();
    expect(shownSections(element)).toEqual(['c-patchbay-admin-blocked']);
    expect(parts(element, 'nav li')).toHaveLength(1);
});

it('says to an agent that it is for admins', () => {
    mockSession = fakeSession({ me: { ...me, role: 'agent' } });
    const element = mount(Administration);
    expect(part<HTMLElement & { heading: string }>(element, 'c-patchbay-empty').heading).toMatch(/Admins/i);
    expect(shownSections(element)).toEqual([]);
});

it.each([
    ['signed_out', 'c-patchbay-sign-in'],
    ['failed', 'c-patchbay-empty'],
    ['loading', 'c-patchbay-skeleton'],
] as const)('while %s shows %s', (phase, shown) => {
    mockSession = fakeSession({ phase, me: null, problem: 'why' });
    expect(parts(mount(Administration), shown)).toHaveLength(1);
});

it('each section of the list has its component and opens alone', async () => {
    const element = mount(Administration);
    for (const { name } of SECTIONS) {
        part(element, `[data-name="${name}"]`).click();
        await settle();
        expect(shownSections(element)).toEqual([tag(name)]);
        expect(words(part(element, '[aria-current="page"]'))).not.toBe('');
    }
});

it('stays where it was after a reload; a name that is gone opens the first', () => {
    localStorage.setItem('patchbay.administration.section', 'no such section');
    expect(shownSections(mount(Administration))).toEqual([tag(SECTIONS[0].name)]);
});

it.each([
    [700, false],
    [699, true],
])('at %d px the navigation is a select: %s', async (pixels, isSelect) => {
    width = pixels;
    const element = mount(Administration);
    resized();
    await settle();
    expect(parts(element, 'select')).toHaveLength(isSelect ? 1 : 0);
    expect(parts(element, 'nav')).toHaveLength(isSelect ? 0 : 1);
});
