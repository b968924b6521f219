import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContext, Page } from 'playwright-core';
import { BrowserWorld } from './browserWorld.ts';
import { choose, presenceOf, workspace } from './people.ts';

/** What is used of the page's own globals, which a server's types do not know. */
interface PageGlobals {
    readonly MutationObserver: new (look: () => void) => {
        observe(row: unknown, options: Readonly<Record<string, boolean>>): void;
        disconnect(): void;
    };
    seenOfAna(): string[];
}

/**
 * R5: "Presence is the server's, not the tab's: popping out, reloading, opening a second tab, a laptop asleep or a
 * network gap of under 30 s changes nothing; after that the agent is Logged Out". Ben watches Ana in the directory.
 */
describe('presence', () => {
    let world: BrowserWorld;
    let ana: Page;
    let ben: Page;
    let anasBrowser: BrowserContext;

    beforeAll(async () => {
        world = await BrowserWorld.open();
        [ana, ben] = await Promise.all([world.agent('Ana Silva'), world.agent('Ben Okoro')]);
        anasBrowser = ana.context();
        await ben.getByRole('tab', { name: 'Directory' }).click();
        // A choice of her own: signing in anew would not bring it back.
        await choose(ana, 'unavailable:Lunch');
        await anaIs(/Unavailable/);
    }, 180_000);
    afterAll(async () => {
        await world?.close();
    }, 60_000);

    const anasRow = () =>
        workspace(ben).locator('c-patchbay-directory [data-agent]').filter({ hasText: 'Ana Silva' }).first();
    const anaIs = (presence: RegExp, timeout?: number) =>
        anasRow().filter({ hasText: presence }).waitFor({ timeout });
    /** What Ben saw of her since, every word of it. */
    async function seenMeanwhile(what: () => Promise<void>): Promise<string[]> {
        await anasRow().evaluate((row) => {
            const inPage = globalThis as unknown as PageGlobals;
            const seen: string[] = [];
            const look = (): unknown => seen.push((row as unknown as { innerText: string }).innerText);
            look();
            const observer = new inPage.MutationObserver(look);
            observer.observe(row, { subtree: true, childList: true, characterData: true, attributes: true });
            inPage.seenOfAna = () => (look(), observer.disconnect(), seen);
        });
        await what();
        const seen = await ben.evaluate(() => (globalThis as unknown as PageGlobals).seenOfAna());
        return [
            ...new Set(seen.map((text) => /Available|Busy|Unavailable|Logged Out/.exec(text)?.[0] ?? text)),
        ];
    }

    it('does not change by a reload, a second tab, a pop-out, nor by closing those', async () => {
        const seen = await seenMeanwhile(async () => {
            await ana.reload();
            await presenceOf(ana).filter({ hasText: 'Unavailable' }).waitFor();

            const second = await anasBrowser.newPage();
            await second.goto(`${world.server.url}/console/`);
            const popped = await popOut();
            await presenceOf(popped).filter({ hasText: 'Unavailable' }).waitFor();
            await second.close();
            await popped.close();
            await presenceOf(ana).filter({ hasText: 'Unavailable' }).waitFor();
        });
        expect(seen).toEqual(['Unavailable']);
    }, 60_000);

    it('does not change by a gap of under 30 s', async () => {
        const seen = await seenMeanwhile(async () => {
            await anaLeaves();
            // The time that her page takes to come back is part of the gap; the limit itself has its own test.
            await world.server.advance('20s');
            await ana.goto(`${world.server.url}/console/`);
            await presenceOf(ana).filter({ hasText: 'Unavailable' }).waitFor();
        });
        expect(seen).toEqual(['Unavailable']);
    }, 60_000);

    // Who is connected stays connected when the clock is moved, so that the page goes first.
    it('is Logged Out after a gap of more than 30 s, and Ben sees it', async () => {
        await anaLeaves();
        await gapUntil(() => anaIs(/Logged Out/, 3_000));
        expect(await anasRow().innerText()).toContain('Logged Out');
    }, 60_000);

    /** Until the server has seen it: her clock would move with her connection otherwise. */
    async function anaLeaves(): Promise<void> {
        await ana.goto('about:blank');
        for (let left = 100; left > 0; left -= 1) {
            const metrics = await (await fetch(`${world.server.url}/metrics`)).text();
            if (/^patchbay_connected_agents 1$/m.test(metrics)) return;
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
        throw new Error('the server still has a connection of hers');
    }

    /** The gap counts from when her leaving is stored, a moment after the socket has gone; a busy machine stretches it. */
    async function gapUntil(happened: () => Promise<void>): Promise<void> {
        for (let left = 5; left > 0; left -= 1) {
            await world.server.advance('31s');
            const seen = await happened().then(
                () => true,
                () => false,
            );
            if (seen) return;
        }
        throw new Error('she is not Logged Out after five gaps');
    }

    async function popOut(): Promise<Page> {
        const opened = anasBrowser.waitForEvent('page');
        await ana.locator('.host-utility').click();
        await ana.getByRole('button', { name: 'Pop out Patchbay' }).click();
        return opened;
    }
});
