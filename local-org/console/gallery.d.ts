declare module '@patchbay/gallery' {
    import type { GalleryEntry } from 'host/galleryEntry';
    export const gallery: readonly GalleryEntry[];
}
declare module 'host/galleryEntry' {
    import type { LightningElement } from 'lwc';

    /** One state of one component, as a picture of it is taken. */
    export interface GalleryEntry {
        /** Letters, digits and hyphens: the picture's name, and `data-entry` of the frame around it. */
        readonly name: string;
        readonly title: string;
        readonly component: typeof LightningElement;
        /** Its @api properties. */
        readonly props: Readonly<Record<string, unknown>>;
        /** Size of the frame in CSS pixels; the page's width and the content's height where left out. */
        readonly width?: number;
        readonly height?: number;
    }
}
