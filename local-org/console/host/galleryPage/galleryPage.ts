import { LightningElement } from 'lwc';
import { gallery } from '@patchbay/gallery';
import type { GalleryEntry } from 'host/galleryEntry';

const px = (name: string, value: number | undefined): string =>
    value === undefined ? '' : `${name}:${value}px;`;

/** `?view=gallery` shows all, `&only=offer` those whose name begins so. */
export default class GalleryPage extends LightningElement {
    entries = this.matching(gallery);

    get isEmpty(): boolean {
        return this.entries.length === 0;
    }

    matching(all: readonly GalleryEntry[]): (GalleryEntry & { style: string })[] {
        const prefix = new URLSearchParams(window.location.search).get('only') ?? '';
        return all
            .filter(({ name }) => name.startsWith(prefix))
            .map((entry) => ({ ...entry, style: px('width', entry.width) + px('height', entry.height) }));
    }
}
