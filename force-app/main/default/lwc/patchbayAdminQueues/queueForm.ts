import type { CommandArgs, QueryResult } from 'c/patchbayProtocol';
import { durationText, readDuration } from 'c/patchbayDuration';
import { targetFormOf, targetsOf, wrongTargets, type TargetForm } from 'c/patchbayTargetForm';

export type Queue = QueryResult<'listQueues'>['items'][number];
export interface Outcome {
    readonly id: number | null;
    readonly label: string;
}

/** One queue as it is being edited; durations as typed. */
export interface QueueForm {
    readonly openingHours: Queue['openingHours'] | null;
    readonly holdFor: string;
    readonly holdMode: string;
    readonly emailRingFor: string;
    readonly emailWrapUpLimit: string;
    readonly transferNote: string;
    readonly transferToBusy: string;
    readonly targets: TargetForm;
    readonly signature: string;
    readonly outcomes: readonly Outcome[];
}

export const formOf = (queue: Queue, outcomes: readonly Outcome[], signature: string): QueueForm => ({
    openingHours: queue.openingHours,
    holdFor: durationText(queue.holdFor),
    holdMode: queue.holdMode,
    emailRingFor: durationText(queue.emailRingFor),
    emailWrapUpLimit: durationText(queue.emailWrapUpLimit),
    transferNote: queue.transferNote,
    transferToBusy: queue.transferToBusy,
    targets: targetFormOf(queue.serviceTargets),
    signature,
    outcomes,
});

/** The names of the fields that cannot be read. */
export function wrongIn(form: QueueForm): ReadonlySet<string> {
    const wrong = new Set<string>();
    if (form.openingHours === null) wrong.add('openingHours');
    if (readDuration(form.holdFor) === null) wrong.add('holdFor');
    if (readDuration(form.emailRingFor) === null) wrong.add('emailRingFor');
    if (form.emailWrapUpLimit.trim() !== '' && readDuration(form.emailWrapUpLimit) === null)
        wrong.add('emailWrapUpLimit');
    const targets = wrongTargets(form.targets);
    if (targets.cells.size > 0 || targets.warn !== null) wrong.add('targets');
    return wrong;
}

/** What is to be changed, and nothing else: what somebody else changes meanwhile stands. Null where nothing is. */
export function changesOf(
    queueId: number,
    before: QueueForm,
    form: QueueForm,
): CommandArgs<'updateQueue'> | null {
    const changed = (name: keyof QueueForm): boolean =>
        JSON.stringify(before[name]) !== JSON.stringify(form[name]);
    const holdFor = readDuration(form.holdFor);
    const emailRingFor = readDuration(form.emailRingFor);
    const args: CommandArgs<'updateQueue'> = {
        queueId,
        ...(changed('openingHours') && form.openingHours && { openingHours: form.openingHours }),
        ...(changed('holdFor') && holdFor !== null && { holdFor }),
        ...(changed('holdMode') && { holdMode: form.holdMode as Queue['holdMode'] }),
        ...(changed('emailRingFor') && emailRingFor !== null && { emailRingFor }),
        ...(changed('emailWrapUpLimit') && { emailWrapUpLimit: readDuration(form.emailWrapUpLimit) }),
        ...(changed('transferNote') && { transferNote: form.transferNote as Queue['transferNote'] }),
        ...(changed('targets') && { serviceTargets: targetsOf(form.targets) }),
        ...(changed('transferToBusy') && { transferToBusy: form.transferToBusy as Queue['transferToBusy'] }),
    };
    return Object.keys(args).length > 1 ? args : null;
}
