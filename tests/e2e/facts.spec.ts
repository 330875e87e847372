import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { leadsTo, openPanel, selected, selectedIn } from './story.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a fact and each square lead to their sentences', async ({ app: { page } }) => {
  const panel = await openPanel(page, 'Who reports what');
  const row = panel.getByRole('row').nth(1);
  const letter = (await row.locator('.words .letter').innerText()).trim();
  await leadsTo(page, row.locator('.words .passage'), letter);
  for (const square of await row.getByRole('button', { name: /^Account/ }).all()) {
    const name = (await square.getAttribute('aria-label')) ?? '';
    await square.click();
    await expect(selected(page)).toHaveCount(1);
    await expect.poll(() => selectedIn(page)).toBe(/^Account (\w+)/u.exec(name)?.[1]);
    await expect(selected(page)).toBeInViewport();
  }
});

test('rewrites stand together and count once', async ({ app: { page } }) => {
  const panel = await openPanel(page, 'Who reports what');
  const letters = await panel.getByRole('columnheader').allInnerTexts();
  expect(letters.map((text) => text.trim()).slice(1, -1)).toEqual(['A', 'B', 'E', 'C', 'D']);
  await expect(panel.getByText('B and E rewrite one text and count once')).toBeAttached();
  await expect(panel.getByRole('row').nth(1).getByRole('cell').last()).toHaveText(/^\d of 4$/);
});

test('rewrites say why they count once, with the words that both have', async ({ app: { page } }) => {
  const panel = await openPanel(page, 'Who reports what');
  await expect(
    panel.getByText(/^Why B and E count once: \d+ % of the shorter one’s sentences/),
  ).toBeAttached();
  const shared = panel.getByRole('listitem').first().getByRole('button').first();
  const words = await shared.innerText();
  await shared.click();
  await expect(page.locator('[data-s].sel')).toContainText(words);
});

test('the picture of the accounts is saved as SVG, verbatim', async ({ app }) => {
  const { page } = app;
  const panel = await openPanel(page, 'Who reports what');
  const facts = await panel.locator('.words .passage').allTextContents();
  const file = await app.saved(() => panel.getByRole('button', { name: 'Save as SVG' }).click());
  expect(file).toMatch(/ - who reports what\.svg$/);
  await expect(page.getByRole('status').getByText(/^The picture was saved/)).toBeAttached();
  const svg = await readFile(file, 'utf8');
  const titles = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    return [root.nodeName, ...[...root.querySelectorAll('title')].map((each) => each.textContent)];
  }, svg);
  expect(titles[0]).toBe('svg');
  expect(titles[1]).toMatch(/: who reports what$/);
  for (const fact of facts) expect(titles).toContain(fact);
});
