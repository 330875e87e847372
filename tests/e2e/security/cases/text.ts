import { probeOf, prose, titleOf, type Plan, type Probe } from './case.ts';

interface TextRow {
  readonly id: string;
  readonly tries: string;
  readonly title?: (probe: Probe) => string;
  /** A paragraph of its own. */
  readonly body?: (probe: Probe) => string;
  /** As the article has it, where that is not the body itself. */
  readonly shows?: (probe: Probe) => readonly string[];
  readonly bytes?: (text: string) => Uint8Array;
}

const ESC = '\u001b';
const RLO = '\u202e';

const ROWS: readonly TextRow[] = [
  {
    id: 'markup',
    tries: 'markup in a plain text',
    body: ({ js }) =>
      `The keeper wrote <script>${js}</script> and <img src=x onerror="${js}"> into the book of the harbour.`,
  },
  {
    id: 'title-markup',
    tries: 'markup in the first line, which is the title',
    title: ({ word }) =>
      `The <img src=x onerror=alert(1)> of ${word}</title></style></script><script>alert(1)</script>`,
  },
  {
    id: 'templates',
    tries: 'expressions of template languages',
    body: () =>
      'The keeper wrote {{constructor.constructor("alert(1)")()}} and ${7*7} and {@html x} and <%= 7*7 %> into the book.',
  },
  {
    id: 'ansi',
    tries: 'sequences that drive a terminal',
    body: () =>
      `The keeper ${ESC}[31mshouted${ESC}[0m ${ESC}]0;owned\u0007 and ${ESC}]8;;http://tracker.example/${ESC}\\linked${ESC}]8;;${ESC}\\ into the fog of the harbour.`,
    shows: () => ['into the fog of the harbour.'],
  },
  {
    id: 'nul',
    tries: 'NULs that end what others read',
    body: () => 'The keeper went\u0000 home before the ferry came in from the island of Brac.',
    shows: () => ['The keeper went home before the ferry came in from the island of Brac.'],
  },
  {
    id: 'bidi',
    tries: 'turning the direction of what follows',
    body: () =>
      `The keeper paid ${RLO}000,1 euros\u202c and \u2066\u2067left\u2069 the island ${RLO} in the night of the great storm.`,
    shows: () => ['in the night of the great storm.'],
  },
  {
    id: 'bidi-title',
    tries: 'a title that turns the direction of the list it stands in',
    title: ({ word }) => `Harbour ${RLO}${word}\u2067 reopens after the storms`,
    shows: () => [],
  },
  {
    id: 'zero-width',
    tries: 'words with characters that show nothing',
    body: () => 'The kee\u200bper of the har\u200dbour and the mas\ufeffter met at the quay on Sunday.',
    shows: () => ['met at the quay on Sunday.'],
  },
  {
    id: 'homograph',
    tries: 'an outlet whose name only looks like another’s',
    title: ({ word }) => `R\u0435uters: harbour of ${word} reopens`,
    body: () => 'The \u0430p\u0440le of the keeper was red, and his hat was of the colour of the sea.',
  },
  {
    id: 'long-line',
    tries: 'a line of fifty thousand characters without a space',
    body: () => 'x'.repeat(50_000),
    shows: () => [],
  },
  {
    id: 'long-title',
    tries: 'a title of a hundred thousand characters',
    title: ({ word }) => `Harbour of ${word} ${'reopens '.repeat(12_000)}`,
    shows: ({ word }) => [`Harbour of ${word} reopens reopens`],
  },
  {
    id: 'formula',
    tries: 'formulas of spreadsheets',
    title: ({ word }) => `=HYPERLINK("http://tracker.example","${word}")`,
    body: () => "@SUM(1+1)*cmd|' /C calc'!A0 was written on the wall of the office of the master.",
    shows: () => ['was written on the wall of the office of the master.'],
  },
  {
    id: 'separators',
    tries: 'characters that end lines in scripts but not in texts',
    body: () =>
      'The keeper\u2028spoke\u2029of\u0085the\u000bharbour\u000cto the crew of the ferry in the evening.',
    shows: () => ['to the crew of the ferry in the evening.'],
  },
  {
    id: 'boms',
    tries: 'byte order marks in the middle',
    body: () => '\ufeffThe keeper of the\ufeff harbour looked at the sea for the whole of the night.',
    shows: () => ['looked at the sea for the whole of the night.'],
    bytes: (text) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(`\ufeff${text}`)]),
  },
  {
    id: 'utf16',
    tries: 'markup hidden in UTF-16',
    body: ({ js }) => `The keeper wrote <script>${js}</script> in the great book of the harbour of the town.`,
    bytes: (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
  },
  {
    id: 'overlong',
    tries: 'a bracket in an encoding that is not allowed',
    body: () => 'The keeper @@script@@ was seen at the quay of the harbour by the crew of the ferry.',
    shows: () => ['was seen at the quay of the harbour by the crew of the ferry.'],
    bytes: (text) => Buffer.from(Buffer.from(text).toString('latin1').replaceAll('@@', '\xc0\xbc'), 'latin1'),
  },
  {
    id: 'surrogates',
    tries: 'halves of characters and those that are none',
    body: () => 'The keeper \ufffe\uffff\u{10ffff} went along the quay in the first light of the morning.',
    shows: () => ['went along the quay in the first light of the morning.'],
  },
  {
    id: 'marks',
    tries: 'a letter with a thousand marks on it',
    body: () =>
      `The keeper z${'\u0300\u0321'.repeat(500)} went along the pier in the first light of the day.`,
    shows: () => ['went along the pier in the first light of the day.'],
  },
  {
    id: 'markdown',
    tries: 'Markdown that a brief in Markdown would bring to life',
    body: ({ js, url }) =>
      `The keeper ![x](${url}) and [click](javascript:${js}) and <b onclick=${js}> wrote \`code\` on the wall of the old office.`,
  },
  {
    id: 'regular-expressions',
    tries: 'text on which regular expressions take for ever',
    body: () => `${'a'.repeat(50_000)}! ${'("'.repeat(5000)} ${'1,'.repeat(20_000)} ${'A. '.repeat(10_000)}`,
    shows: () => [],
  },
];

export const TEXT: readonly Plan[] = ROWS.map(
  ({ id: name, tries, title, body, shows, bytes }): Plan =>
    (index, trap) => {
      const id = `text-${name}`;
      const probe = probeOf(id, index, trap);
      const [first, second, third] = prose(probe.word);
      const heading = title?.(probe) ?? titleOf(probe.word);
      const paragraph = body?.(probe) ?? '';
      const text = `${heading}\n\n${first}\n\n${second}\n\n${paragraph}\n\n${third}\n`;
      return {
        id,
        tries,
        path: `${id}.txt`,
        content: bytes ? bytes(text) : text,
        shows: [first, second, third, ...(shows ? shows(probe) : paragraph ? [paragraph] : [])],
        ...(title && !shows ? { title: heading } : {}),
        word: probe.word,
      };
    },
);
