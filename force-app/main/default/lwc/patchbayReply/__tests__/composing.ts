import { part } from '../../../../../../local-org/gallery/mount';

export type Composer = HTMLElement & {
    text: string;
    refusal: unknown;
    uploads: { progress: number | null; id: number | null }[];
    tagging: string | null;
};
export type Writing = HTMLElement & { writeAs(kind: string, messageId?: number): void };

export const composer = (element: Element): Composer => part(element, 'c-patchbay-composer') as Composer;
/** The composer tells what the agent does. */
export const tell = (element: Element, name: string, told: unknown = {}): void => {
    composer(element).dispatchEvent(new CustomEvent(name, { detail: told }));
};
