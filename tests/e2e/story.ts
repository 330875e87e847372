import type { Locator, Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What tests of the story's panels have in common. */
export type PanelTab = 'Summary' | 'Differences' | 'Quotations' | 'Timeline' | 'Who reports what';

export const column = (page: Page, letter: string): Locator =>
  page.getByRole('article', { name: new RegExp(`^Account ${letter}:`) });

export const selected = (page: Page): Locator => page.locator('[data-s].sel');

export const tab = (page: Page, name: PanelTab): Locator =>
  page.getByRole('tab', { name: new RegExp(`^${name}`) });

/** Shows a panel and gives it. */
export async function openPanel(page: Page, name: PanelTab): Promise<Locator> {
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
  await tab(page, name).click();
  const panel = page.getByRole('tabpanel', { name: new RegExp(`^${name}`) });
  await expect(panel).toHaveAttribute('aria-busy', 'false');
  return panel;
}

/** How many things a tab says there are. */
export async function countOn(page: Page, name: PanelTab): Promise<number> {
  const text = await tab(page, name).innerText();
  return Number(/(\d+)\s*$/u.exec(text)?.[1] ?? Number.NaN);
}

/** The letter of the account in which the selected sentence stands. */
export async function selectedIn(page: Page): Promise<string> {
  const name = await page.locator('article:has([data-s].sel)').getAttribute('aria-label');
  return /^Account (\w+):/u.exec(name ?? '')?.[1] ?? '';
}

/** The letter of an account whose words something is: its boxed siglum. */
export async function ownLetter(within: Locator): Promise<string> {
  return (
    await within
      .getByRole('button', { name: /these are its words/u })
      .first()
      .innerText()
  ).trim();
}

/** A text with what is left out of it, as words that must all stand in the sentence. */
export const parts = (text: string): readonly string[] =>
  text
    .split('[…]')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '');

/** Presses published words, and expects their sentence selected, in view and verbatim, in its account's column. */
export async function leadsTo(page: Page, words: Locator, letter: string): Promise<void> {
  const text = await words.innerText();
  await words.click();
  await expect(selected(page)).toHaveCount(1);
  await expect(selected(page)).toBeInViewport();
  const sentence = ((await selected(page).textContent()) ?? '').replace(/\s+/gu, ' ');
  for (const part of parts(text)) expect(sentence).toContain(part);
  expect(await selectedIn(page)).toBe(letter);
}
