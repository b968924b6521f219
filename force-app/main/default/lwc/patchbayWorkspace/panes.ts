/** Three panes from 1200 px, the customer as a drawer from 700 px, below that one column with back. */
export type Width = 'wide' | 'medium' | 'narrow';

export function widthOf(pixels: number): Width {
    if (pixels >= 1200) return 'wide';
    return pixels >= 700 ? 'medium' : 'narrow';
}
