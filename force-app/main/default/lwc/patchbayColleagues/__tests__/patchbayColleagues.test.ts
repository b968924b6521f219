import Colleagues from 'c/patchbayColleagues';
import { clear, mount, part, parts } from '../../../../../../local-org/gallery/mount';

afterEach(clear);
const agent = (id: number, name: string, typing = false) => ({ agent: { id, name }, typing });

it('is silent where nobody else is there', () => {
    expect(parts(mount(Colleagues, { agents: [] }), 'p')).toHaveLength(0);
});

it('names who types before who only reads', () => {
    const element = mount(Colleagues, { agents: [agent(2, 'Ben'), agent(3, 'Cleo', true)] });
    expect(part(element, 'p').textContent).toBe('c.Patchbay_ColleagueTyping');
    expect(part(element, 'p').className).toContain('bar_typing');
});
