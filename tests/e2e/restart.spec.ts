import type { Locator, Page } from '@playwright/test';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { browseAll } from './engine.ts';
import { expect, test } from './fixtures.ts';

const account = (title: string, dead: string, rest: string): string => `${title}

A fire destroyed the fish market of Karsholm on 3 March 2024, killing ${dead} people, the police said.

${rest}
`;

const ACCOUNTS = {
  'courier.txt': account(
    'Fire Destroys the Fish Market of Karsholm',
    '12',
    'The fire began in a cold store, said Anna Berg, who leads the Karsholm fire brigade. Traders had asked for new wiring since the autumn.',
  ),
  'herald.txt': account(
    'Karsholm Mourns After Fish Market Burns',
    '14',
    'Anna Berg, the head of the Karsholm fire brigade, said the fire began in a cold store. Flags on the town hall were lowered.',
  ),
};

async function accountsIn(library: string): Promise<void> {
  for (const [name, text] of Object.entries(ACCOUNTS)) await writeFile(path.join(library, name), text);
}

test.use({
  librarySource: path.resolve(import.meta.dirname, '../fixtures/empty-library'),
  start: {
    prepare: ({ library }) => accountsIn(library),
  },
});

/** The row that says how many died, in one of the two lists of the tab. */
async function deaths(page: Page, list: 'Differences' | 'Put aside'): Promise<Locator> {
  await page.getByRole('tab', { name: /^Differences/ }).click();
  if (list === 'Put aside') await page.getByRole('button', { name: 'Show', exact: true }).click();
  return page
    .getByRole('list', { name: list })
    .getByRole('listitem')
    .filter({ hasText: /\b14\b/ });
}

async function press(row: Locator, button: RegExp): Promise<void> {
  await row.hover();
  await row.getByRole('button', { name: button }).click();
}

test('a difference that was put aside is so after a restart, until it is brought back', async ({ app }) => {
  await press(await deaths(app.page, 'Differences'), /^Dismiss/);
  await expect(app.page.getByText('1 put aside')).toBeVisible();

  await app.restart();
  const aside = await deaths(app.page, 'Put aside');
  await expect(aside).toHaveCount(1);
  await press(aside, /^Bring back/);
  await expect(aside).toHaveCount(0);

  await app.restart();
  await expect(await deaths(app.page, 'Differences')).toHaveCount(1);
});

test('a difference that was put aside is so after a crash of the engine, too', async ({ app }) => {
  await press(await deaths(app.page, 'Differences'), /^Dismiss/);
  await expect(app.page.getByText('1 put aside')).toBeVisible();
  await app.killEngine();
  await app.restart();
  await expect(await deaths(app.page, 'Put aside')).toHaveCount(1);
});

test('the date of an article that was corrected is so after a restart', async ({ app }) => {
  const engine = await app.engine();
  const [article] = (await browseAll(engine.api)).hits.map((hit) => hit.article);
  if (!article) throw new Error('There is no article.');
  const corrected = { articleId: article.id, date: '2019-03-02' };
  await engine.api.correctDate(corrected);
  engine.close();

  await app.restart();
  const next = await app.engine();
  expect((await next.api.corrections()).dates).toEqual([corrected]);
  const { datings } = await next.api.compare({ articleIds: [article.id] });
  expect(datings).toMatchObject([{ date: corrected.date, origin: 'corrected' }]);
  next.close();
});

test.describe('where the file that keeps corrections is damaged', () => {
  const DAMAGED = 'This is no database. '.repeat(400);
  let folder: string;
  test.use({
    start: {
      prepare: async ({ library, userData }) => {
        await accountsIn(library);
        folder = userData;
        await mkdir(userData, { recursive: true });
        await writeFile(path.join(userData, 'synoptic.db'), DAMAGED);
      },
    },
  });

  test('it is set aside, that is said, and what is put aside from then on is kept', async ({ app }) => {
    await press(await deaths(app.page, 'Differences'), /^Dismiss/);
    await expect(app.page.getByText('1 put aside')).toBeVisible();
    const engine = await app.engine();
    const { notice } = await engine.api.corrections();
    engine.close();
    const aside = (await readdir(folder)).find((name) => name.startsWith('synoptic.damaged-')) ?? '';
    expect(notice).toContain(`“${aside}”`);
    expect(await readFile(path.join(folder, aside), 'utf8')).toBe(DAMAGED);

    await app.restart();
    await expect(await deaths(app.page, 'Put aside')).toHaveCount(1);
  });
});
