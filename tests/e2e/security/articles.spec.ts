import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { GROUP_NAMES, hostileCases, type HostileCase } from './cases/index.ts';
import { expect, test } from './fixtures.ts';

test.use({ librarySource: path.join(import.meta.dirname, '..', '..', 'fixtures', 'empty-library') });

const library = (page: Page): Locator => page.getByRole('navigation', { name: 'Library' });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: 'Search the library' });
const results = (page: Page): Locator => page.getByRole('region', { name: /found$/ });
const folded = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

async function write(folder: string, { path: name, content }: HostileCase): Promise<void> {
  const file = path.join(folder, ...name.split('/'));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, content);
}

/** Finds the article by a word that no other has, and opens it. */
async function open(page: Page, { word }: HostileCase): Promise<Locator> {
  await search(page).fill(word);
  const hits = results(page).getByRole('button').filter({ hasText: word });
  // Many of them are made to take long.
  await expect(hits).toHaveCount(1, { timeout: 30_000 });
  await hits.click();
  const text = page.locator('[data-text]').filter({ hasText: word });
  await expect(text).toBeVisible({ timeout: 30_000 });
  return text;
}

/** Elements and attributes of an article's text that the page does not make itself. */
function strangeMarkup(text: Locator): Promise<readonly string[]> {
  return text.evaluate((root) => {
    const elements = /^(div|p|span|ul|li|h[1-6]|blockquote|pre|details|summary|dl|dt|dd|bdi)$/;
    const attributes = /^(class|style|dir|lang|tabindex|data-[a-z]|open|title|aria-\w+|role)$/;
    return [...root.querySelectorAll('*')].flatMap((element) => [
      ...(elements.test(element.localName) ? [] : [`<${element.localName}>`]),
      ...element
        .getAttributeNames()
        .filter((name) => !attributes.test(name))
        .map((name) => `<${element.localName} ${name}>`),
    ]);
  });
}

for (const group of GROUP_NAMES) {
  test(`hostile ${group} are text: found, listed and read word for word`, async ({
    watched: { page, libraryDir, signs, faults },
    network,
    tally,
  }) => {
    test.setTimeout(240_000);
    const cases = hostileCases(network.traps.address).get(group) ?? [];
    for (const each of cases) await write(libraryDir, each);
    await expect(library(page).getByText(`${cases.length} articles, all read`)).toBeVisible({
      timeout: 60_000,
    });
    for (const each of cases) {
      await test.step(`${each.id}: ${each.tries}`, async () => {
        tally.tried += 1;
        const text = await open(page, each);
        const shown = folded((await text.textContent()) ?? '');
        for (const part of each.shows) expect(shown, each.id).toContain(folded(part));
        if (each.title !== undefined) {
          await expect(page.getByRole('heading', { level: 2 }).filter({ hasText: each.word })).toHaveText(
            folded(each.title),
          );
        }
        expect(await strangeMarkup(text), each.id).toEqual([]);
        expect(await signs(), each.id).toEqual([]);
        // The page's policy would have held what got so far; nothing may have needed it.
        expect(faults, each.id).toEqual([]);
      });
    }
  });
}
