import { LightningElement } from 'lwc';

interface Toast {
    id: number;
    title: string;
    message: string;
    className: string;
}
interface ToastDetail {
    title?: string;
    message?: string;
    variant?: string;
    mode?: string;
}

const SHOWN_FOR = 5_000;

/** `/console/`, `?view=utility` (the popped-out utility) and `?view=gallery` (pictures of every state). */
export default class App extends LightningElement {
    toasts: Toast[] = [];
    view = new URLSearchParams(window.location.search).get('view') ?? 'console';
    lastToast = 0;

    get isConsole(): boolean {
        return !this.isUtility && !this.isGallery;
    }
    get isUtility(): boolean {
        return this.view === 'utility';
    }
    get isGallery(): boolean {
        return this.view === 'gallery';
    }

    connectedCallback(): void {
        window.addEventListener('lightning__showtoast', (event) =>
            this.show((event as CustomEvent<ToastDetail>).detail),
        );
    }

    show({ title = '', message = '', variant = 'info', mode = 'dismissible' }: ToastDetail): void {
        const id = (this.lastToast += 1);
        const toast = {
            id,
            title,
            message,
            className: `slds-notify slds-notify_toast slds-theme_${variant}`,
        };
        this.toasts = [...this.toasts, toast];
        if (mode !== 'sticky') setTimeout(() => this.remove(id), SHOWN_FOR);
    }

    remove(id: number): void {
        this.toasts = this.toasts.filter((toast) => toast.id !== id);
    }

    handleClose(event: Event): void {
        this.remove(Number((event.currentTarget as HTMLElement).dataset.id));
    }
}
