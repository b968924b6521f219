import type { Browser, Locator, Page } from 'playwright-core';
import { openPage } from './browser.ts';

/** What the browser tests do over and over, in the words of the people who do it. */
export async function signIn(
    browser: Browser,
    url: string,
    name: string,
    look?: Parameters<typeof openPage>[1],
): Promise<{ page: Page; problems: string[] }> {
    const opened = await openPage(browser, look);
    await opened.page.goto(`${url}/console/`);
    await opened.page.getByRole('button', { name: new RegExp(name) }).click();
    await presenceOf(opened.page).waitFor();
    return opened;
}

export const workspace = (page: Page): Locator => page.locator('c-patchbay-workspace');
export const offer = (page: Page): Locator => workspace(page).locator('[data-offer]');
export const presenceOf = (page: Page): Locator =>
    page.locator('c-patchbay-presence [data-id=presence]').first();

/** @param key as the status menu has it: "available:", "unavailable:", "unavailable:Lunch" */
export async function choose(page: Page, key: string): Promise<void> {
    await workspace(page).locator('[data-id=presence]').click();
    await workspace(page).locator(`[data-key="${key}"]`).click();
}

export async function openMailbox(page: Page, url: string): Promise<void> {
    await page.goto(`${url}/demo/mailbox/`);
    await page.getByRole('button', { name: 'Write a mail' }).waitFor();
}

export async function writeNewMail(page: Page, subject: string, text: string): Promise<void> {
    await page.getByRole('button', { name: 'Write a mail' }).click();
    await page.locator('form input[name=subject]').fill(subject);
    await answerMail(page, text);
}

/** In the conversation that is open. */
export async function answerMail(page: Page, text: string): Promise<void> {
    await page.locator('form textarea[name=text]').fill(text);
    await page.getByRole('button', { name: 'Send', exact: true }).click();
}
