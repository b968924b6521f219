import { LightningElement } from 'lwc';
import { fill, initials } from 'c/patchbayFormat';
import type { Reply } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { labels } from './labels';

interface DemoAgent {
    username: string;
    name: string;
    role: string;
    initials: string;
}

/** Sign-in where no Salesforce identity is there: username and password, in the demo a list of agents to click. */
export default class PatchbaySignIn extends LightningElement {
    labels = labels;
    demoAgents: DemoAgent[] = [];
    username = '';
    password = '';
    busy = false;
    refusal: { message: string; nextStep: string | null } | null = null;

    get submitText(): string {
        return this.busy ? labels.signingIn : labels.signIn;
    }

    async connectedCallback(): Promise<void> {
        try {
            const options = await getSession().signInOptions();
            this.demoAgents = options.demo
                ? options.demoAgents.map((agent) => ({
                      ...agent,
                      role: fill(labels.demoAgentRole, agent.role, agent.username),
                      initials: initials(agent.name),
                  }))
                : [];
        } catch {
            // Without the options the form still works; signing in says what is wrong.
            this.demoAgents = [];
        }
    }

    handleUsername(event: CustomEvent<{ value: string }>): void {
        this.username = event.detail.value;
    }

    handlePassword(event: CustomEvent<{ value: string }>): void {
        this.password = event.detail.value;
    }

    handleDemo(event: Event): void {
        const username = (event.currentTarget as HTMLElement).dataset.username;
        if (username) void this.enter(() => getSession().demoSignIn(username));
    }

    handleSubmit(event: Event): void {
        event.preventDefault();
        if (!this.username.trim() || !this.password) {
            this.refusal = { message: labels.signInIncomplete, nextStep: null };
            return;
        }
        void this.enter(() => getSession().signIn(this.username.trim(), this.password));
    }

    private async enter(signIn: () => Promise<Reply<unknown>>): Promise<void> {
        this.busy = true;
        this.refusal = null;
        const reply = await signIn();
        this.busy = false;
        if (!reply.ok) this.refusal = { message: reply.message, nextStep: reply.nextStep };
    }
}
