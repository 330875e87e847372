import { expect, test } from './fixtures.ts';
import { countOn, leadsTo, openPanel, ownLetter } from './story.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a quotation leads to its sentence', async ({ app: { page } }) => {
  const panel = await openPanel(page, 'Quotations');
  const rows = panel.getByRole('list', { name: 'Quotations' }).locator('> li');
  for (const index of [0, 3, 6]) {
    const row = rows.nth(index);
    await leadsTo(page, row.locator('.words .passage'), await ownLetter(row));
  }
});

test('a speaker shows what they are quoted with, as often as their number says', async ({
  app: { page },
}) => {
  const panel = await openPanel(page, 'Quotations');
  const rows = panel.getByRole('list', { name: 'Quotations' }).locator('> li');
  const speakers = panel.getByRole('navigation', { name: 'Speakers' }).getByRole('button');
  await expect(speakers.first()).toHaveText(/^All/);
  await expect(speakers.first()).toHaveAttribute('aria-current', 'true');
  expect(await countOn(page, 'Quotations')).toBe(await rows.count());
  const zelensky = speakers.filter({ hasText: 'Zelensky' }).first();
  await zelensky.click();
  await expect(zelensky).toHaveAttribute('aria-current', 'true');
  const number = Number(/(\d+)\s*$/u.exec(await zelensky.innerText())?.[1]);
  await expect(rows).toHaveCount(number);
  await speakers.first().click();
  await expect.poll(() => rows.count()).toBeGreaterThan(number);
});

test('a quotation tells who else has it', async ({ app: { page } }) => {
  const panel = await openPanel(page, 'Quotations');
  const some = panel
    .getByRole('list', { name: 'Quotations' })
    .locator('> li')
    .filter({ hasText: 'some partners from the US and Europe' });
  await expect(some).toContainText(/same words in [BE]/);
  await expect(some.getByRole('button', { name: /only rewrites an account already named/ })).toBeVisible();
});
