import { z } from 'zod';
import { decideRule, LONGEST_VALUE, MOST_RULES } from '../core/contentRules/checkRule.ts';
import {
    CONDITION_FIELDS,
    CONDITION_OPERATORS,
    OPERATORS_OF,
    type RuleAcknowledgement,
} from '../core/contentRules/rule.ts';
import { INTERACTION_PRIORITIES } from '../core/vocabulary.ts';
import { name } from './fileFields.ts';

/** Content rules (R8) as a person writes them: things by their names, one value without a list around it. */

const values = z.union([z.string().transform((one) => [one]), z.array(z.string())], {
    error: 'write a text, or a list of texts',
});

const condition = z
    .strictObject({
        field: z.enum(CONDITION_FIELDS, { error: `write one of ${CONDITION_FIELDS.join(', ')}` }),
        operator: z
            .enum(CONDITION_OPERATORS, { error: `write one of ${CONDITION_OPERATORS.join(', ')}` })
            .optional(),
        not: z.boolean().default(false),
        /** Of the header. */
        name: z.string().nullable().default(null),
        values: values.pipe(z.array(z.string().trim().min(1).max(LONGEST_VALUE))).default([]),
    })
    .transform(({ operator, ...rest }) => ({
        ...rest,
        operator: operator ?? OPERATORS_OF[rest.field][0] ?? 'is',
    }));

const acknowledgement = z
    .string()
    .transform((text): RuleAcknowledgement => (text === 'none' ? { kind: 'none' } : { kind: 'text', text }));

const actions = z.strictObject({
    queue: name.nullable().default(null),
    priority: z.enum(INTERACTION_PRIORITIES).nullable().default(null),
    skills: z.array(name).default([]),
    tags: z.array(name).default([]),
    acknowledgement: acknowledgement.nullable().default(null),
    spam: z.boolean().default(false),
});

const contentRule = z
    .strictObject({
        name,
        active: z.boolean().default(true),
        stops: z.boolean().default(false),
        when: z.array(condition).default([]),
        then: actions,
    })
    .superRefine(({ stops, when, then: { queue, ...then } }, context) => {
        // That the queue is there is checked with the other names.
        const decision = decideRule({
            conditions: when,
            stops,
            actions: { ...then, queueId: queue === null ? null : 1 },
        });
        if (!decision.allowed)
            context.addIssue(`${decision.reason} ${decision.nextStep ?? ''}`.trim().replace(/[.]$/, ''));
    });

export const contentRules = z.array(contentRule).max(MOST_RULES).default([]);
