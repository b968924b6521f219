/** The event's name is the platform's own; the host page listens for it. */
export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: unknown) {
        super('lightning__showtoast', { bubbles: true, composed: true, cancelable: true, detail: toast });
    }
}
