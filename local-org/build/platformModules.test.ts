import { describe, expect, it } from '@jest/globals';
import { platformModule } from './platformModules.ts';
import type { SalesforceProject } from './project.ts';

const project: SalesforceProject = {
    labels: new Map([['Greeting', 'Say "hello"']]),
    resources: new Set(['socketIo']),
    bundles: new Map(),
    channels: new Set(['PatchbayEvent']),
    apexMethods: new Set(['PatchbayIdentity.connect']),
};
const source = (id: string): unknown => platformModule(id, project);

describe('what stands in for @salesforce modules', () => {
    it.each([
        ['@salesforce/label/c.Greeting', 'export default "Say \\"hello\\"";'],
        ['@salesforce/resourceUrl/socketIo', 'export default "/console/resource/socketIo.js";'],
        ['@salesforce/messageChannel/PatchbayEvent__c', 'export default {"channelName":"PatchbayEvent__c"};'],
        [
            '@salesforce/schema/Contact.Account.Name',
            'export default {"objectApiName":"Contact","fieldApiName":"Account.Name"};',
        ],
    ])('%s', (id, expected) => {
        expect(source(id)).toBe(expected);
    });

    it.each([
        '@salesforce/label/c.Missing',
        '@salesforce/resourceUrl/missing',
        '@salesforce/messageChannel/Missing__c',
        '@salesforce/apex/PatchbayIdentity.missing',
    ])('%s is refused, as a deploy would', (id) => {
        expect(source(id)).toBeInstanceOf(Error);
    });

    it('leaves alone what the base components bring themselves', () => {
        expect(source('@salesforce/gate/bc.258.enableTimeIntervalApi')).toBeUndefined();
    });
});
