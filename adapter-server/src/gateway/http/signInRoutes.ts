import express, { Router, type Response } from 'express';
import { demoSignInRequest, identityTokenRequest, signInRequest } from '../../protocol/events.ts';
import { demoAgents } from '../../queries/signIn.ts';
import type { Store } from '../../storage/transaction.ts';
import type { SignedIn, SignIn } from '../authentication/signIn.ts';
import { parse } from '../parse.ts';
import { failure, TOO_MANY_REQUESTS, type Failure } from '../replies.ts';
import { answer, plain } from './answers.ts';

export interface SignInRouteParts {
    readonly store: Store;
    readonly signIn: SignIn;
    readonly demo: boolean;
}

const TOO_MANY = failure(
    'refused',
    'Too many attempts to sign in failed.',
    'Wait a quarter of an hour, then try again.',
);
const NO_DEMO = failure('not_found', 'Sign-in without a password exists in the demo alone.');

/** The value itself, or a refusal in the envelope of the socket. */
const reply = (response: Response, result: SignedIn | Failure): void =>
    'ok' in result ? answer(response, result) : plain(response, result);

/** POST /api/v1/sign-in, /demo/sign-in, /sign-in/salesforce; GET /sign-in/options: protocol/events.ts says what they answer. */
export function signInRoutes({ store, signIn, demo }: SignInRouteParts): Router {
    const router = Router();
    router.use(express.json({ limit: '32kb' }));

    router.post('/sign-in', async (request, response) => {
        const asked = parse(signInRequest, request.body);
        if (!asked.ok) return answer(response, asked);
        const { username, password } = asked.value;
        const address = request.ip ?? '';
        const retryAt = signIn.retryAt(username, address);
        if (retryAt !== null) {
            const wait = Math.ceil((retryAt - store.clock.now()) / 1_000);
            response.set('retry-after', String(Math.max(wait, 1)));
            return answer(response, TOO_MANY, TOO_MANY_REQUESTS);
        }
        reply(response, await signIn.withPassword(username, password, address));
    });

    router.post('/sign-in/salesforce', async (request, response) => {
        const asked = parse(identityTokenRequest, request.body);
        if (!asked.ok) return answer(response, asked);
        reply(response, await signIn.withIdentityToken(asked.value.token));
    });

    router.get('/sign-in/options', async (_request, response) => {
        const agents = demo ? await demoAgents({ run: store.read.bind(store) }) : [];
        const offered = agents.map(({ username, firstName, lastName, role }) => {
            return { username, name: `${firstName} ${lastName}`, role };
        });
        plain(response, { demo, demoAgents: offered });
    });

    router.post('/demo/sign-in', async (request, response) => {
        if (!demo) return answer(response, NO_DEMO);
        const asked = parse(demoSignInRequest, request.body);
        if (!asked.ok) return answer(response, asked);
        reply(response, await signIn.asDemoAgent(asked.value.username));
    });
    return router;
}
