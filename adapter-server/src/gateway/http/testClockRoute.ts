import express, { Router } from 'express';
import { z } from 'zod';
import { parseDuration, type Duration } from '../../core/duration.ts';
import { parse } from '../parse.ts';
import { failure } from '../replies.ts';
import { answer, plain } from './answers.ts';

const advanceRequest = z.object({ advance: z.string().max(20) });
const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/** POST /api/v1/test/clock {advance: "16h"}, where PATCHBAY_TEST_CLOCK is set: from this machine alone. */
export function testClockRoute(moveClock: (by: Duration) => Promise<void>, now: () => number): Router {
    const router = Router();
    router.post('/test/clock', express.json({ limit: '1kb' }), async (request, response) => {
        // The socket's own address: what a proxy's header says counts for nothing here.
        if (!LOOPBACK.test(request.socket.remoteAddress ?? ''))
            return answer(response, failure('forbidden', 'The test clock is moved from this machine alone.'));
        const asked = parse(advanceRequest, request.body);
        if (!asked.ok) return answer(response, asked);
        const by = parseDuration(asked.value.advance);
        if (by === null || by <= 0)
            return answer(response, failure('bad_request', 'advance: write a length of time such as "16h".'));
        await moveClock(by);
        plain(response, { now: now() });
    });
    return router;
}
