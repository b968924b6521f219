/** The order in which gathered rows are written: what is named by others before what names it. */
export const PLACE = {
    blobs: 0,
    newInteractions: 1,
    interactions: 2,
    ringing: 3,
    messages: 4,
    attachments: 5,
    outbox: 6,
    journal: 7,
} as const;
