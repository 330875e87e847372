import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Article, ReaderApi } from '../../electron/api/index.ts';
import { browseAll } from './engine.ts';
import { expect, test, type App } from './fixtures.ts';
import { selected } from './story.ts';

const library = (page: Page): Locator => page.getByRole('navigation', { name: 'Library' });
const articles = (page: Page): Locator => library(page).getByRole('region', { name: 'Articles' });
const row = (page: Page, index: number): Locator =>
  articles(page).getByRole('listitem').nth(index).getByRole('button').first();
const marks = (page: Page): Locator => library(page).getByRole('region', { name: 'Marks' });
const facet = (page: Page, name: string): Locator => library(page).getByRole('checkbox', { name });
const toast = (page: Page): Locator => page.getByRole('group', { name: 'What was done' });
const own = (page: Page): Locator => page.locator('[data-s].own');
const note = (page: Page): Locator => page.getByRole('textbox', { name: 'Note' });
const notes = (page: Page): Locator => page.getByRole('dialog', { name: 'Highlights and notes' });
const tags = (page: Page): Locator => page.getByRole('dialog', { name: 'Tags' });

async function whole(page: Page): Promise<void> {
  await expect(library(page).getByText('5 articles, all read')).toBeVisible();
  await expect(articles(page).getByRole('listitem')).toHaveCount(5);
  await expect(page.locator('[data-s].shared').first()).toBeVisible();
}

async function undo(page: Page): Promise<void> {
  await toast(page).getByRole('button', { name: 'Undo' }).click();
  await expect(toast(page)).toContainText('Undone');
}

/** Selects a sentence of the first column, a bit into the text. */
async function select(page: Page, index = 2): Promise<Locator> {
  await page.locator('[data-text]').first().locator('p [data-s]').nth(index).click();
  await expect(selected(page)).toHaveCount(1);
  return selected(page);
}

async function highlight(page: Page, words = ''): Promise<string> {
  const sentence = await select(page);
  if (words === '') await page.keyboard.press('h');
  else {
    await page.keyboard.press('m');
    await note(page).fill(words);
    await note(page).press('Control+Enter');
  }
  await expect(own(page)).toHaveCount(1);
  return sentence.innerText();
}

async function addTag(page: Page, tag: string): Promise<void> {
  await tags(page).getByRole('combobox', { name: 'Add a tag' }).fill(tag);
  await page.keyboard.press('Enter');
  await expect(tags(page).getByRole('button', { name: `Rename ${tag}`, exact: true })).toBeVisible();
}

test.beforeEach(({ app: { page } }) => whole(page));

test.describe('tags', () => {
  test('are added by key, filter the list, and are searched for', async ({ app: { page } }) => {
    await row(page, 1).focus();
    await page.keyboard.press('t');
    await addTag(page, 'peace talks');
    await page.keyboard.press('Escape');
    await expect(row(page, 1)).toBeFocused();
    await expect(row(page, 1)).toContainText('peace talks');
    await facet(page, 'peace talks').click();
    await expect(articles(page).getByRole('listitem')).toHaveCount(1);
    await library(page).getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('searchbox').fill('tag:"peace talks"');
    await expect(page.getByRole('region', { name: '1 article found' })).toBeVisible();
  });

  test('are offered as one types, renamed in all articles, and become one', async ({ app: { page } }) => {
    for (const [index, tag] of [
      [1, 'war'],
      [2, 'talks'],
    ] as const) {
      await row(page, index).focus();
      await page.keyboard.press('t');
      await addTag(page, tag);
      await page.keyboard.press('Escape');
    }
    await row(page, 3).focus();
    await page.keyboard.press('t');
    await tags(page).getByRole('combobox').fill('wa');
    await tags(page).getByRole('option', { name: /^war/ }).click();
    await expect(tags(page).getByRole('list').getByText('2 articles')).toBeVisible();
    await tags(page).getByRole('button', { name: 'Rename war' }).click();
    await tags(page).getByRole('textbox', { name: 'New name of war' }).fill('talks');
    await tags(page).getByRole('button', { name: 'Make them one' }).click();
    await expect(tags(page).getByRole('list').getByText('3 articles')).toBeVisible();
    await undo(page);
    await expect(tags(page).getByRole('button', { name: 'Rename war', exact: true })).toBeVisible();
  });

  test('are removed, and that is taken back with a key', async ({ app: { page } }) => {
    await row(page, 1).focus();
    await page.keyboard.press('t');
    await addTag(page, 'war');
    await tags(page).getByRole('button', { name: 'Remove war' }).click();
    await expect(tags(page).getByText('No tags yet.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(toast(page)).toContainText('war');
    await row(page, 1).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(row(page, 1)).toContainText('war');
  });
});

test('a star is set by key or by its button, filters the list, and is taken back', async ({
  app: { page },
}) => {
  await row(page, 1).focus();
  await page.keyboard.press('s');
  await expect(row(page, 1)).toContainText('starred');
  await marks(page)
    .getByRole('checkbox', { name: /Starred/ })
    .click();
  await expect(articles(page).getByRole('listitem')).toHaveCount(1);
  await library(page).getByRole('button', { name: 'Clear' }).click();
  await expect(articles(page).getByRole('listitem')).toHaveCount(5);
  await articles(page).getByRole('listitem').nth(1).hover();
  await articles(page)
    .getByRole('button', { name: /^Star:/, pressed: true })
    .click();
  await expect(row(page, 1)).not.toContainText('starred');
  await undo(page);
  await expect(row(page, 1)).toContainText('starred');
});

test('what is marked as read leaves the filter for what is not', async ({ app: { page } }) => {
  // The one in front may count as read by itself at any time; these do not.
  for (const index of [3, 4]) {
    await row(page, index).focus();
    await page.keyboard.press('r');
    await expect(row(page, index)).toContainText(', read');
  }
  const titles = await articles(page).getByRole('listitem').allInnerTexts();
  await marks(page)
    .getByRole('checkbox', { name: /Unread/ })
    .click();
  await expect(
    articles(page)
      .getByRole('listitem')
      .filter({ hasText: titles[4] ?? '' }),
  ).toHaveCount(0);
  await expect(articles(page)).toContainText((titles[2] ?? '').slice(0, 20));
});

test.describe('a highlight', () => {
  test('with a note outlasts a reload and a restart, and is found again in its list', async ({ app }) => {
    const words = await highlight(app.page, 'Ask who said so.');
    await app.page.reload();
    await expect(own(app.page)).toHaveText(words);
    await app.restart();
    const { page } = app;
    await expect(own(page)).toHaveText(words);
    await page.keyboard.press('Escape');
    await page.locator('[data-text]').nth(1).locator('p [data-s]').nth(1).click();
    await page.keyboard.press('Shift+M');
    await expect(notes(page)).toContainText('Ask who said so.');
    await notes(page).getByRole('button', { name: words }).click();
    await expect(notes(page)).toBeHidden();
    await expect(selected(page)).toHaveText(words);
    await page.keyboard.press('m');
    await expect(note(page)).toHaveValue('Ask who said so.');
  });

  test('is removed with its key, and comes back with its note', async ({ app: { page } }) => {
    const words = await highlight(page, 'Ask who said so.');
    await page.keyboard.press('h');
    await expect(own(page)).toHaveCount(0);
    await undo(page);
    await expect(own(page)).toHaveText(words);
    await expect(page.getByRole('button', { name: 'Your note: Ask who said so.' }).first()).toBeVisible();
  });

  test('keeps a note when another sentence is chosen, and none with Escape', async ({ app: { page } }) => {
    await select(page);
    await page.keyboard.press('m');
    await note(page).fill('Not this.');
    await note(page).press('Escape');
    await expect(note(page)).toBeHidden();
    await expect(selected(page)).toBeFocused();
    await expect(own(page)).toHaveCount(0);
    await page.keyboard.press('m');
    await note(page).fill('But this.');
    await page.locator('[data-text]').first().locator('p [data-s]').nth(4).click();
    await expect(own(page)).toHaveCount(1);
    await page.keyboard.press('Shift+M');
    await expect(notes(page)).toContainText('But this.');
  });

  test('whose sentence has gone is listed as such, and can be removed', async ({ app }) => {
    const { page } = app;
    const words = await highlight(page, 'Gone?');
    const { path: name, sentence } = await fileOf(app, words);
    const file = path.join(app.libraryDir, name);
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(sentence, ''));
    await expect(own(page)).toHaveCount(0);
    await page.keyboard.press('Shift+M');
    await notes(page).getByText('Whole library').click();
    const orphans = notes(page).getByRole('region', { name: 'No longer in the text' });
    await expect(orphans).toContainText('This sentence is no longer in the article');
    await expect(orphans).toContainText(words);
    await expect(orphans).toContainText('Gone?');
    await orphans.getByRole('button', { name: /^Remove/ }).click();
    await expect(orphans).toBeHidden();
    await undo(page);
    await expect(orphans).toBeVisible();
  });

  test('is part of the brief, and of the file that keeps everything', async ({ app }) => {
    const { page } = app;
    await highlight(page, 'Ask who said so.');
    await page.keyboard.press('ControlOrMeta+e');
    const dialog = page.getByRole('dialog', { name: 'Export the brief' });
    await expect(dialog.getByRole('checkbox', { name: 'Your highlights and notes' })).toBeChecked();
    await dialog.getByText('Markdown').click();
    await expect(dialog.locator('pre')).toContainText('Ask who said so.');
    await page.keyboard.press('Escape');

    await page.keyboard.press('Shift+M');
    const file = await app.saved(() => notes(page).getByRole('button', { name: 'Save as JSON…' }).click());
    await expect(notes(page)).toContainText('Saved');
    expect(await readFile(file, 'utf8')).toContain('Ask who said so.');
    await notes(page)
      .getByRole('button', { name: /^Remove this highlight/ })
      .click();
    await expect(notes(page)).not.toContainText('Ask who said so.');
    const chooser = page.waitForEvent('filechooser');
    await notes(page).getByRole('button', { name: 'Read from JSON…' }).click();
    await (await chooser).setFiles(file);
    await expect(notes(page)).toContainText('added');
    await expect(notes(page)).toContainText('Ask who said so.');
  });
});

test.describe('the reader knows stories better', () => {
  test('an article is taken out of its story, and put back', async ({ app: { page } }) => {
    const count = library(page).getByRole('region', { name: 'Stories' }).getByRole('button').first();
    await expect(count).toContainText('5');
    await page.getByRole('button', { name: 'More for account C' }).click();
    await page.getByRole('menuitem', { name: /out of the story/ }).click();
    await expect(count).toContainText('4');
    await undo(page);
    await expect(count).toContainText('5');
  });

  test('two stories become one, and two again', async ({ app: { page, libraryDir } }) => {
    await writeFile(path.join(libraryDir, 'porto-1.txt'), PORTO);
    await writeFile(path.join(libraryDir, 'porto-2.txt'), PORTO.replace('on Monday', 'this week'));
    const stories = library(page).getByRole('region', { name: 'Stories' }).getByRole('button');
    await expect(stories).toHaveCount(2);
    await page.getByRole('button', { name: 'More for this story' }).click();
    await page.getByRole('menuitem', { name: 'This is one story with…' }).click();
    const dialog = page.getByRole('dialog', { name: /is one story with/ });
    await dialog.getByRole('list').getByRole('button').first().click();
    await expect(dialog).toBeHidden();
    await expect(stories).toHaveCount(1);
    await expect(stories).toContainText('7');
    await undo(page);
    await expect(stories).toHaveCount(2);
  });
});

test('what is done by another engine of the same page shows here without an offer', async ({ app }) => {
  const { page } = app;
  const { api, close } = await app.engine();
  const [first] = (await browseAll(api)).hits;
  if (!first) throw new Error('There are no samples.');
  await api.star({ articleIds: [first.article.id], starred: true });
  await expect(articles(page).getByText(', starred')).toHaveCount(1);
  await expect(toast(page)).toBeHidden();
  close();
});

test('marks follow an article that is renamed', async ({ app }) => {
  const { page, libraryDir } = app;
  const { api, close } = await app.engine();
  await row(page, 1).focus();
  await page.keyboard.press('s');
  await expect(articles(page).getByText(', starred')).toHaveCount(1);
  for (const name of await readdir(libraryDir)) {
    await rename(path.join(libraryDir, name), path.join(libraryDir, `new-${name}`));
  }
  await expect
    .poll(async () => (await browseAll(api)).hits.every(({ article }) => article.path.startsWith('new-')))
    .toBe(true);
  close();
  await expect(articles(page).getByText(', starred')).toHaveCount(1);
});

const PORTO = `Mayor of Porto Reopens the Old Bridge

The mayor of Porto reopened the old iron bridge on Monday after two years of repairs that cost nine million euros.

Trams crossed the river Douro again at noon, and the engineers said that the bridge would carry them for fifty years.

Shopkeepers on the south bank of Porto said that they had lost half of their customers while the bridge was closed.
`;

/** The file in which a sentence stands, and how it is written there. */
async function fileOf(app: App, words: string): Promise<{ path: string; sentence: string }> {
  const { api, close } = await app.engine();
  try {
    for (const found of await everyArticle(api)) {
      if (!JSON.stringify(found.blocks).includes(JSON.stringify(words).slice(1, -1))) continue;
      const text = await readFile(path.join(app.libraryDir, found.path), 'utf8');
      const pattern = words.split(/\s+/u).map(escaped).join('\\s+');
      const [sentence] = new RegExp(pattern, 'u').exec(text) ?? [];
      if (sentence !== undefined) return { path: found.path, sentence };
    }
  } finally {
    close();
  }
  throw new Error('No file has this sentence.');
}

async function everyArticle(api: ReaderApi): Promise<readonly Article[]> {
  const { hits } = await browseAll(api);
  return Promise.all(hits.map(({ article: { id } }) => api.article({ id })));
}

function escaped(word: string): string {
  return word.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
}
