import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from './parts.mjs';
import { shippedPackages, sourceOf } from './shipped.mjs';

export const LICENCES_FILE = 'THIRD-PARTY-LICENSES.txt';

/** Licences (SPDX) under which others' work may be inside Synoptic, each with what it asks of us. */
const ALLOWED = new Map([
  ['0BSD', 'nothing'],
  ['Apache-2.0', 'its text and any NOTICE'],
  ['BSD-2-Clause', 'its text'],
  ['BSD-3-Clause', 'its text'],
  ['BlueOak-1.0.0', 'its text'],
  ['CC0-1.0', 'nothing'],
  ['ISC', 'its text'],
  ['MIT', 'its text'],
  ['MPL-1.1', 'its text and where its source is; our files stay ours'],
  ['MPL-2.0', 'its text and where its source is; our files stay ours'],
  ['OFL-1.1', 'its text; fonts are not sold by themselves'],
  ['Unlicense', 'nothing'],
]);

const TEXTS = path.join(ROOT, 'build', 'licences');
const TEXT_NAME = /^(?:licen[cs]e|third-party-licen[cs]e|copying|notice)(?:[-.].*)?$/i;
/** Where a package's licence file goes on to those of packages that it was built with, and we do not ship. */
const APPENDIX = /\n# Licenses of bundled dependencies\n/;
const RULE = '='.repeat(80);

const HEAD = `Synoptic contains the work of others, listed here with where it comes from and its licence.
Electron and Chromium, which it runs on, bring theirs in LICENSE.electron.txt and LICENSES.chromium.html.
`;

/** What is made from others' data and lies among our own files: no package tells of it. Texts in build/licences. */
const DATA = [
  {
    title: 'WordNet 3.1, reduced to electron/engine/compare/synonyms.json',
    licence: 'WordNet',
    source: 'https://wordnet.princeton.edu',
  },
  {
    title: 'GloVe 6B, reduced to electron/engine/compare/vectors.json',
    licence: 'GloVe',
    source: 'https://nlp.stanford.edu/projects/glove/',
  },
];

/**
 * Whether a licence expression of SPDX's can be met: one side of an OR, both of an AND.
 * @see https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
 */
export function isAllowed(expression) {
  const plain = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(plain)) return false;
  return plain.split(/ OR /).some((all) => all.split(/ AND /).every((id) => ALLOWED.has(id.trim())));
}

/**
 * Writes `dist/THIRD-PARTY-LICENSES.txt` for what is inside the built parts.
 *
 * @returns the file's path. Rejects, naming every package, where a licence is not among ours or has no text.
 */
export async function writeLicences() {
  const packages = await shippedPackages();
  const foreign = packages.filter(({ manifest }) => !isAllowed(String(manifest.license)));
  if (foreign.length > 0) {
    const names = foreign.map(({ name, version, manifest }) => `${name} ${version}: ${manifest.license}`);
    throw new Error(`Licences that build/licences.mjs does not allow:\n  ${names.join('\n  ')}`);
  }
  const sections = await Promise.all([...packages.map(section), ...DATA.map(dataSection)]);
  const file = path.join(ROOT, 'dist', LICENCES_FILE);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, [HEAD, ...sections].join(`\n${RULE}\n`));
  return file;
}

/** The line that begins a package's section; the tests look for it. */
export const sectionTitle = ({ name, version }) => `${name} ${version}`;

async function section(entry) {
  const title = `${sectionTitle(entry)}\nLicence: ${entry.manifest.license}\nSource: ${sourceOf(entry)}\n`;
  return `${title}\n${await textOf(entry)}\n`;
}

async function dataSection({ title, licence, source }) {
  const text = await readFile(path.join(TEXTS, `${licence}.txt`), 'utf8');
  return `${title}\nLicence: ${licence}\nSource: ${source}\n\n${tidy(text)}\n`;
}

async function textOf({ name, folder, manifest }) {
  const names = (await readdir(folder)).filter((file) => TEXT_NAME.test(file)).sort();
  if (names.length === 0) return standardText(name, manifest);
  const texts = await Promise.all(names.map((file) => readFile(path.join(folder, file), 'utf8')));
  return texts.map(tidy).join('\n\n');
}

/** For a package that states its licence and brings no text: the licence's own words, with its author's name. */
async function standardText(name, { license, author }) {
  const text = await readFile(path.join(TEXTS, `${license}.txt`), 'utf8').catch(() => null);
  const holder = typeof author === 'string' ? author : author?.name;
  if (text === null || !holder) throw new Error(`${name} has no licence text, nor is one in build/licences.`);
  return tidy(text.replace('<holder>', holder));
}

const tidy = (text) => text.replaceAll('\r\n', '\n').split(APPENDIX)[0].trim();
