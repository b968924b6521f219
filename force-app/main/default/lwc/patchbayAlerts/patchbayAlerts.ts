import type { NotificationView, OfferView } from 'c/patchbayProtocol';
import { getSession } from 'c/patchbaySession';
import { fill, personName } from 'c/patchbayFormat';
import { labels } from './labels';

/** Sound and desktop notification for what is new, as the agent set them (W5). */

interface Alert {
    kind: string;
    title: string;
    text: string;
}

/** Two short tones; made here, so that no file has to be loaded or allowed by the org's CSP. */
export function beep(): void {
    try {
        const audio = new AudioContext();
        const gain = audio.createGain();
        gain.connect(audio.destination);
        gain.gain.setValueAtTime(0.08, audio.currentTime);
        gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.5);
        [660, 880].forEach((frequency, index) => {
            const tone = audio.createOscillator();
            tone.frequency.value = frequency;
            tone.connect(gain);
            tone.start(audio.currentTime + index * 0.16);
            tone.stop(audio.currentTime + index * 0.16 + 0.14);
            tone.onended = (): void => {
                if (index === 1) void audio.close();
            };
        });
    } catch {
        // No audio device, or not allowed before the first click: the screen says it anyway.
    }
}

/** Asks the browser once; false where the person or the browser said no. */
export async function askForDesktop(): Promise<boolean> {
    if (typeof Notification === 'undefined') return false;
    if (Notification.permission === 'default') return (await Notification.requestPermission()) === 'granted';
    return Notification.permission === 'granted';
}

function showOnDesktop({ title, text, kind }: Alert): void {
    if (typeof Notification === 'undefined' || Notification.permission !== 'granted') return;
    try {
        const shown = new Notification(title, { body: text, tag: `patchbay-${kind}` });
        shown.onclick = () => window.focus();
    } catch {
        // Some platforms allow notifications only from a service worker.
    }
}

/** R5: "Exactly one tab owns the audio": the one that holds this lock; when it closes, the next. */
const ownership = { isOurs: true };

function alert(one: Alert): void {
    if (!ownership.isOurs) return;
    const how = getSession().state.me?.notifyBy[one.kind];
    if (how?.sound) beep();
    if (how?.desktop) showOnDesktop(one);
}

function askForOwnership(): () => void {
    // Where the browser or the org has no locks, every tab speaks: heard twice is better than not at all.
    if (typeof navigator === 'undefined' || !navigator.locks) return () => {};
    const end = new AbortController();
    ownership.isOurs = false;
    let release = (): void => {};
    navigator.locks
        .request('patchbay-alerts', { signal: end.signal }, () => {
            ownership.isOurs = true;
            return new Promise<void>((resolve) => {
                release = resolve;
            });
        })
        .catch(() => {
            // Aborted by its own end; anything else means that locks are not allowed here.
            if (!end.signal.aborted) ownership.isOurs = true;
        });
    return () => {
        end.abort();
        release();
    };
}

const running = { users: 0, stop: (): void => {} };

/** Starts watching; the utility and the workspace share one watch. Returns its end. */
export function startAlerts(): () => void {
    running.users += 1;
    if (running.users === 1) {
        const stopWatching = watch();
        const giveUp = askForOwnership();
        running.stop = (): void => {
            stopWatching();
            giveUp();
        };
    }
    return () => {
        running.users -= 1;
        if (running.users === 0) running.stop();
    };
}

function watch(): () => void {
    const session = getSession();
    let offers: Set<number> | null = null;
    let notifications: Set<number> | null = null;
    const look = (): void => {
        const { state } = session;
        if (state.phase !== 'ready') return;
        // What was there at the start is not news.
        if (offers) state.offers.filter((one) => !offers?.has(one.id)).forEach(alertOffer);
        if (notifications)
            state.notifications.filter((one) => !notifications?.has(one.id)).forEach(alertNotification);
        offers = new Set(state.offers.map((one) => one.id));
        notifications = new Set(state.notifications.map((one) => one.id));
    };
    look();
    return session.subscribe(look);
}

function alertOffer(offer: OfferView): void {
    const { customer, subject, queue } = offer.interaction;
    alert({ kind: 'offer', title: fill(labels.alertOffer, personName(customer), queue.name), text: subject });
}

function alertNotification(one: NotificationView): void {
    // An offer has rung already.
    if (one.read || one.kind === 'offer') return;
    alert({ kind: one.kind, title: labels.patchbay, text: one.text });
}
