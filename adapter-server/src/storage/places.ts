/** The order in which gathered rows are written: what is named by others before what names it. */
export const PLACE = {
    blobs: 0,
    newInteractions: 1,
    interactions: 2,
    messages: 3,
    attachments: 4,
    outbox: 5,
    journal: 6,
} as const;
