import { LightningElement, api } from 'lwc';
import { fill } from 'c/patchbayFormat';
import type { AgentRef } from 'c/patchbayProtocol';
import { labels } from './labels';

export interface Colleague {
    agent: AgentRef;
    typing: boolean;
}

const names = (agents: readonly Colleague[]): string => agents.map(({ agent }) => agent.name).join(', ');

/** Collision (W10): who else has this interaction open, and who of them types. Shows nothing where nobody has. */
export default class PatchbayColleagues extends LightningElement {
    @api agents: readonly Colleague[] = [];

    get text(): string {
        const typing = this.agents.filter((one) => one.typing);
        if (typing.length > 0) return fill(labels.colleagueTyping, names(typing));
        return this.agents.length > 0 ? fill(labels.colleagueHere, names(this.agents)) : '';
    }
    get isTyping(): boolean {
        return this.agents.some((one) => one.typing);
    }
    get icon(): string {
        return this.isTyping ? 'utility:edit' : 'utility:preview';
    }
    get className(): string {
        return this.isTyping ? 'pb-line pb-small bar bar_typing' : 'pb-line pb-small bar';
    }
}
