import { expect, test } from './fixtures.ts';
import { column, leadsTo, openPanel, ownLetter } from './story.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('an event leads to its sentence', async ({ app: { page } }) => {
  const panel = await openPanel(page, 'Timeline');
  const rows = panel.getByRole('list', { name: 'Timeline' }).locator('> li');
  expect(await rows.count()).toBeGreaterThan(4);
  for (const index of [0, 4]) {
    const row = rows.nth(index);
    await leadsTo(page, row.locator('.passage'), await ownLetter(row));
  }
});

test('events stand by date, each date once', async ({ app: { page } }) => {
  const panel = await openPanel(page, 'Timeline');
  const dates = await panel
    .locator('time')
    .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
  expect(dates.toSorted()).toEqual(dates);
  await expect(panel.locator('time', { hasText: 'Sunday 14 December' }).first()).toBeAttached();
});

test('the date of an article can be corrected, which moves what is counted from it, and taken back', async ({
  app,
}) => {
  const { page } = app;
  const panel = await openPanel(page, 'Timeline');
  const dates = panel.getByRole('list', { name: 'Dates of the articles' }).getByRole('listitem');
  const first = await dates.first().innerText();
  await dates.first().getByRole('button').click();
  const dialog = page.getByRole('dialog', { name: 'The date of account A' });
  await dialog.getByLabel('Date', { exact: true }).fill('2024-03-12');
  await dialog.getByRole('button', { name: 'Use this date' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(dates.first()).toContainText('12 March 2024, set by you');
  await expect(panel.locator('time[datetime^="2024-03"]').first()).toBeAttached();

  await app.restart();
  const header = column(app.page, 'A').getByRole('button', { name: /^12 March 2024, set by you/ });
  await header.click();
  await app.page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click();
  await expect(header).toHaveCount(0);
  await expect(app.page.getByRole('list', { name: 'Dates of the articles' })).toContainText(
    first.replace(/\s+/gu, ' ').trim().replace(/^A /u, ''),
  );
});
