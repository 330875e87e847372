import type { Random } from '../random.ts';

/** Changes some bytes of a document; what it is given stays as it is. */
type Mutation = (bytes: Buffer, random: Random, others: readonly Buffer[]) => Buffer;

/** A stretch of a document: where it begins and ends. */
function stretch(bytes: Buffer, random: Random, longest: number): [number, number] {
  const start = random.below(bytes.length + 1);
  return [start, Math.min(bytes.length, start + random.below(longest))];
}

function inserted(bytes: Buffer, at: number, what: Buffer | string): Buffer {
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(what), bytes.subarray(at)]);
}

const flipBits: Mutation = (bytes, random) => {
  const copy = Buffer.from(bytes);
  for (let n = random.between(1, 20); n > 0 && copy.length > 0; n--) {
    const at = random.below(copy.length);
    copy.writeUInt8(copy.readUInt8(at) ^ (1 << random.below(8)), at);
  }
  return copy;
};

const setBytes: Mutation = (bytes, random) => {
  const copy = Buffer.from(bytes);
  for (let n = random.between(1, 10); n > 0 && copy.length > 0; n--) {
    copy.writeUInt8(
      random.pick([0, 1, 9, 10, 13, 27, 32, 60, 62, 38, 127, 128, 0xc0, 0xed, 0xfe, 0xff]),
      random.below(copy.length),
    );
  }
  return copy;
};

const truncate: Mutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1));
const behead: Mutation = (bytes, random) => bytes.subarray(random.below(bytes.length + 1));

const remove: Mutation = (bytes, random) => {
  const [start, end] = stretch(bytes, random, 400);
  return Buffer.concat([bytes.subarray(0, start), bytes.subarray(end)]);
};

const repeat: Mutation = (bytes, random) => {
  const [start, end] = stretch(bytes, random, 2000);
  const times = random.chance(0.1) ? 300 : random.between(2, 20);
  return inserted(bytes, end, Buffer.concat(Array.from({ length: times }, () => bytes.subarray(start, end))));
};

const splice: Mutation = (bytes, random, others) => {
  const other = random.pick(others);
  const [start, end] = stretch(other, random, 3000);
  return inserted(bytes, random.below(bytes.length + 1), other.subarray(start, end));
};

const shuffleLines: Mutation = (bytes, random) => {
  const lines = bytes.toString('latin1').split('\n');
  return Buffer.from(random.some(lines, lines.length).join('\n'), 'latin1');
};

const joinLines: Mutation = (bytes, random) =>
  Buffer.from(
    bytes.toString('latin1').replaceAll(/\s+/g, random.pick([' ', '', '\n', '\t', '\r'])),
    'latin1',
  );

/** What stands in a document where nobody expects it. */
const ODD: readonly (string | Buffer)[] = [
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\ufffd',
  '\u202e',
  '\u200d',
  '\u0301'.repeat(50),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xed, 0xb0, 0x80]),
  Buffer.from([0xf4, 0x90, 0x80, 0x80]),
  Buffer.from([0xc0, 0x80]),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0x00, 0xd8]),
  Buffer.from([0x81, 0x40]),
  '9'.repeat(400),
  '1e999',
  `-${'0'.repeat(300)}1`,
  '31 February 99999',
  '2023-99-99T99:99:99Z',
  '12/13/1415',
  `1${',000'.repeat(200)}`,
  '٣٤٥',
  '½⅓',
  'MMMMMMMMMMMMMM',
  '<',
  '</',
  '<!',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '<p',
  '</p></p></div>',
  '<b><i></b></i>',
  '<p ="',
  '<a b=\'"',
  '<script>',
  '</script',
  '<style>',
  '<title>',
  '<base href="//[">',
  '<meta charset="nonsense">',
  '<meta charset=utf-16>',
  '<html lang="xx-yy-zz">',
  '<svg><p><math>',
  '<table><table>',
  '<select><option>',
  '<plaintext>',
  '<frameset>',
  '<body></html><body>',
  '<template><template>',
  '<ol start="99999999999999999999">',
  '<ol start="-1">',
  '<td colspan=99999999>',
  '&',
  '&#',
  '&#x;',
  '&#0;',
  '&#xd800;',
  '&#1114112;',
  '&nbsp',
  '&lt;script&gt;',
  '[',
  '](',
  '![',
  '`',
  '```',
  '~~~',
  '***',
  '---\n',
  '---\ntitle: a\n',
  '> > > >',
  '\\',
  '\n# ',
  '\n- ',
  '\n1. ',
  '99999999999. x\n',
  '|-|-|\n',
  '[a]: <',
  '[^',
  '“',
  '”',
  '‘“«',
  '"""',
  "''",
  '...',
  '?!?!?!',
  '. . .',
  'Mr.',
  'e.g.',
  '(a) (b)',
  '\n\n\n\n',
  'By ',
  '(reuters)',
  'Advertisement',
  'https://'.repeat(5),
  '__proto__',
  'constructor',
  '{"__proto__":1}',
  '%s%n',
  '${x}',
  '../../etc',
  '\u0000\u0000\u0000\u0000',
];

const insertOdd: Mutation = (bytes, random) => {
  let result = bytes;
  for (let n = random.between(1, 6); n > 0; n--) {
    const at = random.chance(0.2) ? 0 : random.below(result.length + 1);
    const what = random.pick(ODD);
    result = inserted(
      result,
      at,
      random.chance(0.1) ? Buffer.from(what).toString('latin1').repeat(50) : what,
    );
  }
  return result;
};

/** Markup without its ends, or ends without their beginnings. */
const unbalance: Mutation = (bytes, random) => {
  const which = random.pick([/<\/\w+>/g, /<\w+[^>]*>/g, /[>]/g, /["']/g, /[\])}]/g, /\*\*?|__?/g]);
  const share = random.next();
  return Buffer.from(
    bytes.toString('latin1').replace(which, (found) => (random.chance(share) ? '' : found)),
    'latin1',
  );
};

const nest: Mutation = (bytes, random) => {
  const [open, close] = random.pick([
    ['<div>', '</div>'],
    ['<b>', '</b>'],
    ['<blockquote>', ''],
    ['<table><tr><td>', ''],
    ['> ', ''],
    ['<span class="share">', '</span>'],
    ['*', '*'],
    ['[', '](x)'],
  ] as const);
  const depth = random.pick([3, 30, 150, 800]);
  const [start, end] = stretch(bytes, random, 1000);
  return Buffer.concat([
    bytes.subarray(0, start),
    Buffer.from(open.repeat(depth)),
    bytes.subarray(start, end),
    Buffer.from(close.repeat(depth)),
    bytes.subarray(end),
  ]);
};

const growAttributes: Mutation = (bytes, random) => {
  const attribute = random.pick([
    ` class="${'a '.repeat(3000)}"`,
    ` id="${'x'.repeat(20_000)}"`,
    ' hidden',
    ' style="display:none"',
    ` ${'a=1 '.repeat(2000)}`,
    ' aria-hidden="true"',
    ' class="comments"',
  ]);
  let left = random.between(1, 10);
  return Buffer.from(
    bytes.toString('latin1').replace(/<\w+/g, (tag) => (left-- > 0 ? tag + attribute : tag)),
    'latin1',
  );
};

const MUTATIONS: readonly Mutation[] = [
  flipBits,
  flipBits,
  setBytes,
  truncate,
  truncate,
  behead,
  remove,
  repeat,
  splice,
  splice,
  shuffleLines,
  joinLines,
  insertOdd,
  insertOdd,
  insertOdd,
  unbalance,
  nest,
  growAttributes,
];

/** Some mutations one after another. A document does not grow beyond 2 MB by them. */
export function mutate(bytes: Buffer, random: Random, others: readonly Buffer[]): Buffer {
  let result = bytes;
  for (let n = random.between(1, 4); n > 0 && result.length < 2_000_000; n--) {
    result = random.pick(MUTATIONS)(result, random, others);
  }
  return result;
}
