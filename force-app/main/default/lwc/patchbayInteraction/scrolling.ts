type TimelineElement = Element & { newestTop(): number | null };

/** Close enough to the end to be carried along by what comes. */
const NEAR_END = 80;
const SPACE_ABOVE = 12;

export function isAtEnd(scroll: Element): boolean {
    return scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR_END;
}

/** Brings the beginning of the newest message to the top, below the header where that stands over the timeline. */
export function scrollToNewest(refs: Record<string, Element> | undefined): void {
    const scroll = refs?.scroll;
    const head = refs?.top as HTMLElement | undefined;
    const top = (refs?.timeline as TimelineElement | undefined)?.newestTop();
    if (!scroll || top == null) return;
    const covered = head && getComputedStyle(head).position === 'sticky' ? head.offsetHeight : 0;
    scroll.scrollTop += top - scroll.getBoundingClientRect().top - covered - SPACE_ABOVE;
}
