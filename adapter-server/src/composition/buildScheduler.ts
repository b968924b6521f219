import type { Logger } from 'pino';
import { htmlOfText } from '../channels/email/sending/htmlOfText.ts';
import type { MailSender } from '../ports/mail.ts';
import { Scheduler } from '../scheduler/scheduler.ts';
import type { Gateway } from '../gateway/gateway.ts';
import { logged } from '../gateway/logged.ts';
import { isConnectionLoss } from '../storage/database.ts';
import { deliverMail } from '../workflows/deliverMail.ts';
import { drainWoken, sweepRouting } from '../workflows/drainWoken.ts';
import { indexMessages } from '../workflows/indexMessages.ts';
import { runDueTimers } from '../workflows/runDueTimers.ts';
import { tidyUp } from '../workflows/tidyUp.ts';
import type { OpenedStore } from './openStore.ts';

export interface SchedulerParts {
    readonly opened: OpenedStore;
    readonly sender: MailSender | null;
    readonly log: Logger;
    readonly gateway: Pick<Gateway, 'observeTimerLateness'>;
}

/** The loops of this process, woken by the commits of every process. */
export function buildScheduler({ opened, sender, log, gateway }: SchedulerParts): Scheduler {
    const { store, clock, processId, failpoint, bus } = opened;
    const onError = (name: string, error: unknown): void => {
        if (isConnectionLoss(error)) log.warn({ loop: name }, 'the database is away; trying again');
        else log.error({ loop: name, err: logged(error) }, 'a background job failed; it is tried again');
    };
    const scheduler = new Scheduler(
        {
            timers: async () => {
                const run = await runDueTimers(store, (error) => onError('timer', error));
                if (run.fired > 0) gateway.observeTimerLateness(run.lateness);
                return run;
            },
            routing: (woken) => drainWoken(store, woken),
            sweep: () => sweepRouting(store),
            outbox: async () =>
                sender === null
                    ? 0
                    : deliverMail({ store, sender, processId, failpoint, htmlOf: htmlOfText }),
            index: () => indexMessages(store),
            tidy: () => tidyUp(store),
            sampleClock: () => clock.sample(),
        },
        clock,
        onError,
    );
    bus.subscribe((signals) => scheduler.wake(signals));
    return scheduler;
}
