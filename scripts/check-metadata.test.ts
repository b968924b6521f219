import { describe, expect, it } from '@jest/globals';
import { metadataProblems, projectFiles, type ProjectFile } from './check-metadata.ts';
import { loadMetadataTypes } from './metadata/metadataTypes.ts';

const types = loadMetadataTypes();
const files = projectFiles();
const TAB = 'force-app/main/default/tabs/Patchbay_Workspace.tab-meta.xml';
const BAR = 'force-app/main/default/flexipages/Patchbay_UtilityBar.flexipage-meta.xml';
const APP = 'force-app/main/default/applications/Patchbay_Console.app-meta.xml';

/** The project with one file changed. */
function changed(path: string, change: (text: string) => string): ProjectFile[] {
    expect(files.map((file) => file.path)).toContain(path);
    return files.map((file) => (file.path === path ? { path, text: change(file.text) } : file));
}
const problemsAfter = (path: string, change: (text: string) => string): string =>
    metadataProblems(types, changed(path, change)).join('\n');

describe('the offline check of the metadata', () => {
    it('passes what is in the project', () => {
        expect(metadataProblems(types, files)).toEqual([]);
    });

    it.each([
        ['an unknown element', '<label>', '<colour>red</colour><label>', 'unknown element <colour>'],
        ['an element twice', '<label>', '<label>One</label><label>', '<label> may occur once, found 2'],
        ['a value that is no boolean', '>false</isNavAuto', '>maybe</isNavAuto', 'not a boolean: maybe'],
        ['a value that is none of the allowed', 'Console</navType>', 'Shelf</navType>', "'Shelf' is none of"],
        ['malformed XML', '</label>', '</lable>', 'line '],
        ['a reference to nothing', 'Patchbay_UtilityBar', 'Other_Bar', 'refers to FlexiPage Other_Bar'],
    ])('finds %s', (_name, from, to, expected) => {
        const text = problemsAfter(APP, (xml) => xml.replace(from, to));
        expect(text).toContain(expected);
        expect(text).toContain(APP);
    });

    it('finds a missing element', () => {
        const text = problemsAfter(BAR, (xml) => xml.replace(/<masterLabel>.*<\/masterLabel>/, ''));
        expect(text).toContain('<masterLabel> is missing');
    });

    it('finds a component that a tab names and nobody wrote', () => {
        expect(problemsAfter(TAB, (xml) => xml.replace('patchbayWorkspace', 'patchbayNothing'))).toContain(
            'refers to LightningComponentBundle patchbayNothing',
        );
    });

    it('finds Apex and components without their description', () => {
        const without = files.filter(
            ({ path }) => !/PatchbayIdentity\.cls-meta|patchbaySession\.js-meta/.test(path),
        );
        const text = metadataProblems(types, without).join('\n');
        expect(text).toContain('PatchbayIdentity.cls: has no -meta.xml');
        expect(text).toContain('patchbaySession.ts: its bundle has no js-meta.xml');
    });
});
