import type { Page } from 'playwright-core';
import { accessibilityProblems, picture } from './browser.ts';

export const WIDTHS = [320, 1920, 1280] as const;
const SCHEMES = ['dark', 'light'] as const;

/**
 * W6: "from 320 px to 1920 px, light and dark". A picture of each, and all that is wrong in them, a line each. The page
 * is left as it mostly is: 1280 px wide, light.
 *
 * @param show brings into sight what is looked at: where there is one column, lists are behind what is open
 */
export async function wrongInAnyLook(
    page: Page,
    name: string,
    show?: (width: number) => Promise<unknown>,
    widths: readonly number[] = WIDTHS,
): Promise<string[]> {
    const wrong: string[] = [];
    for (const width of widths) {
        await page.setViewportSize({ width, height: width < 700 ? 640 : 800 });
        for (const colorScheme of SCHEMES) {
            const seen = `${name}-${width}-${colorScheme}`;
            await page.emulateMedia({ colorScheme });
            await painted(page);
            await show?.(width);
            await picture(page, seen);
            const over = await page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            if (over > 0) wrong.push(`${seen}: ${over} px to the side`);
            wrong.push(...(await accessibilityProblems(page)).map((line) => `${seen}: ${line}`));
        }
    }
    return wrong;
}

/** What was changed has been drawn. */
export const painted = (page: Page): Promise<unknown> =>
    page.evaluate('new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)))');
