import type {
    DirectoryQueueView,
    MeView,
    PresenceView,
    QueryResult,
    QueueCounterView,
} from 'c/patchbayProtocol';

/** Invented people and queues of the pictures. */
export const now = Date.now();
export const seconds = (n: number): number => n * 1_000;
export const minutes = (n: number): number => n * 60_000;
export const hours = (n: number): number => n * 3_600_000;

export const ana = { id: 1, name: 'Ana Ruiz' };
export const ben = { id: 2, name: 'Ben Okafor' };
export const chiara = { id: 3, name: 'Chiara Lombardi' };
export const dmitri = { id: 4, name: 'Dmitri Konstantinopolsky-Featherstonehaugh' };
export const support = { id: 1, name: 'Support' };
export const title = { id: 2, name: 'Credit & Title' };

export const me: MeView = {
    agent: ana,
    username: 'ana',
    role: 'agent',
    timeZone: 'Europe/Vienna',
    chosen: 'available',
    presence: 'available',
    reason: null,
    since: now - minutes(62),
    withinWorkingHours: true,
    nextWorkingBoundaryAt: now + hours(3),
    pauseReasons: ['Lunch', 'Training', 'Back office'],
    pauseReasonRequired: false,
    hiddenCounters: [],
    permissions: ['email_search', 'queue_counters', 'pause_reasons'],
    queues: [support, title],
    notifyBy: {
        offer: { sound: true, desktop: true },
        mention: { sound: true, desktop: true },
        follow_up: { sound: true, desktop: true },
        missed: { sound: true, desktop: true },
        reply: { sound: false, desktop: false },
    },
};

const load = (n: number): PresenceView['email'] => ({ load: n, capacity: 5 });

export const presence: PresenceView[] = [
    {
        agent: ana,
        presence: 'available',
        reason: null,
        since: now - minutes(62),
        email: load(3),
        queues: [1, 2],
    },
    {
        agent: ben,
        presence: 'unavailable',
        reason: 'Lunch',
        since: now - minutes(24),
        email: load(1),
        queues: [1],
    },
    {
        agent: chiara,
        presence: 'busy',
        reason: null,
        since: now - minutes(5),
        email: load(5),
        queues: [1, 2],
    },
    {
        agent: dmitri,
        presence: 'logged_out',
        reason: null,
        since: now - hours(15),
        email: load(0),
        queues: [2],
    },
];

export const queues: QueueCounterView[] = [
    {
        queue: support,
        waiting: 2,
        held: 1,
        oldestWaitingSince: now - minutes(7),
        availableAgents: 1,
        open: true,
        nextChangeAt: now + hours(4),
        revision: 1,
    },
    {
        queue: title,
        waiting: 0,
        held: 0,
        oldestWaitingSince: null,
        availableAgents: 0,
        open: false,
        nextChangeAt: now + hours(14),
        revision: 1,
    },
];

export const directoryQueues: DirectoryQueueView[] = [
    {
        queue: support,
        restricted: false,
        open: true,
        nextChangeAt: now + hours(3),
        waiting: 2,
        oldestWaitingSince: now - minutes(7),
        availableAgents: 1,
    },
    {
        queue: title,
        restricted: true,
        open: false,
        nextChangeAt: now + hours(14),
        waiting: 0,
        oldestWaitingSince: null,
        availableAgents: 0,
    },
];

const office = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
];
export const openingHours: QueryResult<'listQueues'>['items'][number]['openingHours'] = {
    timeZone: 'Europe/Vienna',
    weekly: {
        monday: office,
        tuesday: office,
        wednesday: office,
        thursday: office,
        friday: office,
        saturday: [],
        sunday: [],
    },
    exceptions: [{ date: '2027-12-24', name: 'Christmas Eve', ranges: [{ from: '09:00', to: '12:00' }] }],
};
