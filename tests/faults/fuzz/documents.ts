import { encode } from 'iconv-lite';
import { Random } from '../random.ts';
import { sampleTexts } from '../texts.ts';
import { makeBomb } from './bombs.ts';
import { mutate } from './mutate.ts';
import { FRENCH, HTML_PAGES, JAPANESE, MARKDOWN, RUSSIAN, TEXTS } from './pages.ts';

/** A document as a file of the library would have it. */
export interface FuzzedDocument {
  readonly seed: number;
  readonly path: string;
  readonly bytes: Buffer;
  /** How it came to be, for whoever looks at a fault. */
  readonly story: string;
}

interface Base {
  readonly bytes: Buffer;
  readonly ending: string;
  readonly story: string;
}

const NOT_UTF8 = [
  'utf-16le',
  'utf-16be',
  'utf-32le',
  'latin1',
  'windows-1252',
  'windows-1251',
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'iso-8859-2',
  'koi8-r',
] as const;

function encoded(text: string, ending: string, name: string): Base[] {
  const kinds = [
    { encoding: 'utf-8', addBOM: true },
    ...NOT_UTF8.map((encoding) => ({ encoding, addBOM: false })),
    { encoding: 'utf-16le', addBOM: true },
    { encoding: 'utf-16be', addBOM: true },
  ];
  return kinds.map(({ encoding, addBOM }) => ({
    bytes: encode(text, encoding, { addBOM }),
    ending,
    story: `${name} in ${encoding}${addBOM ? ' with a mark' : ''}`,
  }));
}

function bases(): Base[] {
  const plain = [...sampleTexts(), ...TEXTS].map((text, i) => ({
    bytes: Buffer.from(text),
    ending: '.txt',
    story: `text ${i}`,
  }));
  const pages = HTML_PAGES.map((text, i) => ({
    bytes: Buffer.from(text),
    ending: '.html',
    story: `page ${i}`,
  }));
  const markdown = MARKDOWN.map((text, i) => ({
    bytes: Buffer.from(text),
    ending: '.md',
    story: `Markdown ${i}`,
  }));
  const foreign = [
    ...encoded(RUSSIAN, '.txt', 'Russian'),
    ...encoded(JAPANESE, '.txt', 'Japanese'),
    ...encoded(FRENCH, '.md', 'French'),
    ...encoded(HTML_PAGES[1] ?? '', '.html', 'page'),
  ];
  // Those by hand have the most structure, and so come more often.
  return [
    ...plain,
    ...pages,
    ...pages,
    ...pages,
    ...markdown,
    ...markdown,
    ...markdown,
    ...markdown,
    ...foreign,
  ];
}

const BASES = bases();
const ALL_BYTES = BASES.map(({ bytes }) => bytes);
const ENDINGS = ['.txt', '.text', '.md', '.markdown', '.html', '.htm', '.xhtml'] as const;

/** One in so many is made to cost much. */
const BOMBS = 0.03;

/** The document of a seed: always the same. */
export function documentOf(seed: number): FuzzedDocument {
  const random = new Random(seed);
  if (random.chance(BOMBS)) {
    const { name, ending, content } = makeBomb(random);
    return { seed, path: `bomb-${seed}${ending}`, bytes: Buffer.from(content), story: `bomb: ${name}` };
  }
  const base = random.pick(BASES);
  const ending = random.chance(0.15) ? random.pick(ENDINGS) : base.ending;
  const bytes = mutate(base.bytes, random, ALL_BYTES);
  return { seed, path: `document-${seed}${ending}`, bytes, story: base.story };
}
