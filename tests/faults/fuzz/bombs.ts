import type { Random } from '../random.ts';

/** A document made to cost much. */
export interface Bomb {
  readonly name: string;
  readonly ending: '.txt' | '.md' | '.html';
  readonly content: string;
}

type Maker = (random: Random) => Bomb;

const page = (body: string) =>
  `<!doctype html><html><head><title>T</title></head><body>${body}</body></html>`;

/** Characters that regular expressions run over and over, where their end never comes. */
const RUNS = [
  ' ',
  '\t',
  '-',
  '*',
  '_',
  '>',
  '> ',
  '#',
  '(',
  '[',
  '![',
  '<',
  '&',
  '"',
  "'",
  '“',
  '.',
  '. ',
  'a.',
  'A. ',
  '1.',
  '1,',
  '1 ',
  '\n',
  '\r',
  '\n\n',
  '- ',
  '1. ',
  '|',
  '| ',
  '`',
  '~',
  '\\',
  '\u00ad',
  '\u200b',
  '\u0301',
  '🇦',
  '👩‍',
  '\u202e',
  'ﷺ',
  'aA',
  'a-\n',
  '="',
  '://',
  '@',
  '$',
  '%',
  '^',
  '{{',
  '<!--',
  '<![CDATA[',
  '&#',
  '&amp',
  'said ',
  'Mr. ',
  'on Monday ',
  '“a” said ',
  'minister of the ',
  'twenty-',
  '10 million ',
] as const;

const run: Maker = (random) => {
  const part = random.pick(RUNS);
  const times = Math.floor(random.pick([10_000, 100_000, 600_000]) / part.length);
  const content = `The port was closed. ${part.repeat(times)}${random.pick(['', '!', 'x', '\n\nThe end of it.'])}`;
  const ending = random.pick(['.txt', '.md', '.html'] as const);
  return { name: `run of ${JSON.stringify(part)} × ${times}`, ending, content };
};

const twoRuns: Maker = (random) => {
  const parts = [random.pick(RUNS), random.pick(RUNS), random.pick(RUNS)];
  const content = parts.join('').repeat(random.between(1000, 60_000));
  return {
    name: `run of ${JSON.stringify(parts)}`,
    ending: random.pick(['.txt', '.md', '.html'] as const),
    content,
  };
};

const nested: Maker = (random) => {
  const tag = random.pick([
    'div',
    'p',
    'b',
    'blockquote',
    'ul><li',
    'table><tr><td',
    'span',
    'a',
    'svg',
    'font',
    'section',
    'select',
    'template',
    'noscript',
    'iframe',
  ]);
  const depth = random.pick([100, 1000, 20_000, 200_000]);
  const closed = random.chance(0.5) ? `</${tag.split('><').reverse().join('></')}>`.repeat(depth) : '';
  const content = page(`${`<${tag}>`.repeat(depth)}The port was closed on Tuesday, they said.${closed}`);
  return { name: `<${tag}> nested ${depth} deep`, ending: random.pick(['.html', '.md'] as const), content };
};

const attributes: Maker = (random) => {
  const count = random.pick([1000, 50_000, 300_000]);
  const content = random.chance(0.5)
    ? page(`<p ${Array.from({ length: count }, (_, i) => `a${i}="${i}"`).join(' ')}>The port was closed.</p>`)
    : page(`<p title="${'x'.repeat(count * 10)}" class="${'share '.repeat(count)}">The port was closed.</p>`);
  return { name: `${count} attributes`, ending: '.html', content };
};

const manyElements: Maker = (random) => {
  const count = random.pick([5000, 50_000, 200_000]);
  const one = random.pick([
    '<p>A line.</p>',
    '<br>',
    '<a href="x">link</a> ',
    '<li>item',
    '<div class="share"><p>x</div>',
    '<td>1</td>',
    '<img>',
    '<h1>T</h1>',
    '<script></script>',
    '<style>',
    '<!-- -->',
    '<x-y>z</x-y>',
  ]);
  return {
    name: `${one} × ${count}`,
    ending: '.html',
    content: page(`<p>The port was closed.</p>${one.repeat(count)}`),
  };
};

const entities: Maker = (random) => {
  const count = random.pick([10_000, 300_000]);
  const one = random.pick([
    '&amp;',
    '&lt;p&gt;',
    '&#0;',
    '&#x10ffff;',
    '&#99999999999;',
    '&nbsp;',
    '&CounterClockwiseContourIntegral;',
    '&notanentity;',
    '&#xd800;',
    '&',
  ]);
  return {
    name: `${one} × ${count}`,
    ending: random.pick(['.html', '.md'] as const),
    content: page(`<p>The port was closed. ${one.repeat(count)}</p>`),
  };
};

const xmlEntities: Maker = (random) => {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  const content = `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "laugh">${levels.join('')}]><html><body><p>The port was closed. &l9;</p></body></html>`;
  return { name: 'entities of entities', ending: random.pick(['.html', '.txt'] as const), content };
};

const oneLine: Maker = (random) => {
  const words = random.pick([
    'The port was closed. ',
    'port ',
    'Port Ellis ',
    'said Mr. Smith, ',
    '12.5 million ',
    'in 2021 ',
    '“No,” he said. ',
  ]);
  const size = random.pick([500_000, 2_000_000, 5_000_000]);
  return {
    name: `one line of ${size} characters`,
    ending: random.pick(['.txt', '.md', '.html'] as const),
    content: words.repeat(Math.floor(size / words.length)),
  };
};

const longWord: Maker = (random) => {
  const letters = random.pick([
    'a',
    'ab',
    'Aa',
    'ß',
    'й',
    '港',
    'ا',
    '😀',
    'a\u0301',
    '0',
    '9,9',
    'a-',
    'http://',
    "a'",
  ]);
  const size = random.pick([30_000, 300_000]);
  return {
    name: `a word of ${size} letters`,
    ending: random.pick(['.txt', '.md', '.html'] as const),
    content: `The port ${letters.repeat(Math.floor(size / letters.length))} was closed.`,
  };
};

const whitespace: Maker = (random) => {
  const space = random.pick([' ', '\t', '\n', '\r', '\r\n', '\u00a0', '\u3000', '\u2028', ' \n', '\f', '\v']);
  const size = random.pick([50_000, 500_000, 4_000_000]);
  return {
    name: `${size} × ${JSON.stringify(space)}`,
    ending: random.pick(['.txt', '.md', '.html'] as const),
    content: `The port${space.repeat(Math.floor(size / space.length))}was closed.`,
  };
};

const markdownBombs: Maker = (random) => {
  const times = random.pick([1000, 20_000, 80_000]);
  const [name, content] = random.pick([
    ['quotes', `${'>'.repeat(times)} deep`],
    ['lists', Array.from({ length: Math.min(times, 3000) }, (_, i) => `${' '.repeat(i * 2)}- x`).join('\n')],
    ['open brackets', '['.repeat(times)],
    ['links in links', `${'[a]('.repeat(times)}x`],
    ['emphasis', '*a _b '.repeat(times)],
    ['strong', '**a'.repeat(times)],
    ['backticks', Array.from({ length: Math.min(times, 2000) }, (_, i) => '`'.repeat(i)).join(' ')],
    ['references', Array.from({ length: times }, (_, i) => `[r${i}]: x`).join('\n')],
    [
      'table',
      `${'|a'.repeat(Math.min(times, 5000))}\n${'|-'.repeat(Math.min(times, 5000))}\n${'|b\n'.repeat(200)}`,
    ],
    ['front matter', `---\n${'a: b\n'.repeat(times)}`],
    ['html', '<a '.repeat(times)],
    ['images', '!['.repeat(times)],
    ['autolinks', '<http://a'.repeat(times)],
    ['headings', '# h\n'.repeat(times)],
    ['rules', '---\n'.repeat(times)],
  ] as const);
  return {
    name: `Markdown ${name} × ${times}`,
    ending: '.md',
    content: `The port was closed.\n\n${content}`,
  };
};

const MAKERS: readonly Maker[] = [
  run,
  run,
  run,
  twoRuns,
  twoRuns,
  nested,
  nested,
  attributes,
  manyElements,
  entities,
  xmlEntities,
  oneLine,
  longWord,
  whitespace,
  markdownBombs,
  markdownBombs,
];

export const makeBomb: Maker = (random) => random.pick(MAKERS)(random);
