import { LightningElement, api } from 'lwc';
import { askForDesktop } from 'c/patchbayAlerts';
import { fill } from 'c/patchbayFormat';
import type { MeView } from 'c/patchbayProtocol';
import { NOTIFICATION_KINDS, notificationKind } from 'c/patchbayWords';
import { labels } from './labels';

/** One sound and one desktop setting a kind (W5). Fires `notifychange` {kind, sound, desktop}. */
export default class PatchbayNotifySettings extends LightningElement {
    @api notifyBy: MeView['notifyBy'] = {};

    labels = labels;
    blocked = false;

    get rows() {
        return NOTIFICATION_KINDS.map((kind) => {
            const { word } = notificationKind(kind);
            const { sound = false, desktop = false } = this.notifyBy[kind] ?? {};
            return {
                kind,
                word,
                sound,
                desktop,
                soundLabel: fill(labels.soundFor, word),
                desktopLabel: fill(labels.desktopFor, word),
            };
        });
    }

    async handleChange(event: Event): Promise<void> {
        const box = event.currentTarget as HTMLInputElement;
        const { kind, way } = box.dataset;
        const row = this.rows.find((one) => one.kind === kind);
        if (!row) return;
        const sound = way === 'sound' ? box.checked : row.sound;
        const desktop = way === 'desktop' ? box.checked : row.desktop;
        this.dispatchEvent(new CustomEvent('notifychange', { detail: { kind, sound, desktop } }));
        if (way === 'desktop' && desktop) this.blocked = !(await askForDesktop());
    }
}
