import { createHttp } from '../http';

const log = jest.fn();
const stored = { id: 4, filename: 'a.pdf', contentType: 'application/pdf', size: 3 };

/** An XMLHttpRequest that a test answers. */
function fakeRequest() {
    const headers: Record<string, string> = {};
    return {
        headers,
        upload: {} as { onprogress?: (event: { loaded: number; total: number }) => void },
        status: 0,
        response: null as unknown,
        open: jest.fn(),
        send: jest.fn(),
        onload: () => undefined as void,
        onerror: () => undefined as void,
        setRequestHeader: (name: string, value: string) => {
            headers[name] = value;
        },
    };
}

function upload(request: ReturnType<typeof fakeRequest>, onProgress = jest.fn()) {
    const http = createHttp({
        fetch: jest.fn(),
        createRequest: () => request as unknown as XMLHttpRequest,
        log,
    });
    return http.upload('https://adapter.example.com', 'token', new File(['abc'], 'größe.pdf'), onProgress);
}

describe('upload', () => {
    it('sends the bytes with the token and an encoded name, and tells how far it is', async () => {
        const request = fakeRequest();
        const onProgress = jest.fn();
        const reply = upload(request, onProgress);
        expect(request.open).toHaveBeenCalledWith('POST', 'https://adapter.example.com/api/v1/uploads');
        expect(request.headers).toEqual({
            authorization: 'Bearer token',
            'content-type': 'application/octet-stream',
            'x-filename': 'gr%C3%B6%C3%9Fe.pdf',
        });
        request.upload.onprogress?.({ loaded: 1, total: 4 });
        expect(onProgress).toHaveBeenCalledWith(0.25);
        Object.assign(request, { status: 200, response: stored });
        request.onload();
        expect(await reply).toEqual({ ok: true, value: stored });
    });

    it('passes the server’s refusal on', async () => {
        const request = fakeRequest();
        const reply = upload(request);
        const refused = { ok: false, code: 'refused', message: 'Larger than 25 MB.', nextStep: null };
        Object.assign(request, { status: 413, response: refused });
        request.onload();
        expect(await reply).toEqual(refused);
    });

    it('says that the server cannot be reached', async () => {
        const request = fakeRequest();
        const reply = upload(request);
        request.onerror();
        expect(await reply).toMatchObject({ ok: false, code: 'unavailable' });
    });

    it('refuses an answer of another form', async () => {
        const request = fakeRequest();
        const reply = upload(request);
        Object.assign(request, { status: 200, response: { id: 'four' } });
        request.onload();
        expect(await reply).toMatchObject({ ok: false, code: 'failed' });
        expect(log).toHaveBeenCalled();
    });
});

describe('download', () => {
    const answer = (status: number, body: unknown) => ({
        ok: status === 200,
        status,
        json: () => Promise.resolve(body),
        blob: () => Promise.resolve(new Blob(['abc'])),
    });
    const download = (fetch: jest.Mock) =>
        createHttp({ fetch, createRequest: jest.fn(), log }).download(
            'https://adapter.example.com',
            'token',
            'attachments/9',
        );

    it('fetches with the token, never by URL alone, and answers an object URL', async () => {
        URL.createObjectURL = jest.fn(() => 'blob:here');
        const fetch = jest.fn().mockResolvedValue(answer(200, null));
        expect(await download(fetch)).toEqual({ ok: true, value: { url: 'blob:here' } });
        expect(fetch).toHaveBeenCalledWith('https://adapter.example.com/api/v1/attachments/9', {
            headers: { authorization: 'Bearer token' },
        });
    });

    it('passes a refusal on, and the loss of the connection', async () => {
        expect(await download(jest.fn().mockResolvedValue(answer(403, null)))).toMatchObject({
            code: 'forbidden',
        });
        expect(await download(jest.fn().mockRejectedValue(new Error('down')))).toMatchObject({
            code: 'unavailable',
        });
    });
});
