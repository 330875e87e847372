import type { FactColumn, FactRow } from './matrix.ts';
import { tiesText } from './matrix.ts';

/** What the picture of the accounts shows. */
export interface Picture {
  /** Of the story. */
  readonly title: string;
  /** "5 articles, 4 independent: B and E rewrite one text" */
  readonly about: string;
  readonly columns: readonly FactColumn[];
  readonly rows: readonly FactRow[];
  /** The letter and the colour of a fact's own article. */
  letterOf(row: FactRow): { readonly letter: string; readonly colour: number };
}

/** The light theme's colours (theme/tokens.css) in sRGB: other programs know no oklch. */
const ACCOUNTS = ['#024599', '#7b290c', '#7b6c01', '#a62f5f', '#027797', '#2a3342'];
const INK = '#1c1916';
const INK_2 = '#4c4844';
const RULE = '#dcdad6';
const EDGE = '#83807b';
const PAPER = '#fbfaf7';
const SERIF =
  "'Source Serif 4', 'Source Serif Pro', Charter, 'Iowan Old Style', 'Noto Serif', Georgia, serif";
const SANS = "Inter, 'Segoe UI', system-ui, 'Noto Sans', sans-serif";

/** Pixels. */
const PAD = 24;
const ROW = 29;
const CELL = 44;
const WORDS = 640;
const SUPPORT = 96;
const TOP = 116;
/** The width of an average letter of the facts, which are set in 15 px, and of a wide one. */
const LETTER = 7.1;
const WIDE = 15;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Also without the control characters that XML does not allow, which files may hold. */
const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are the characters that are meant
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/gu, (sign) => escapes[sign] ?? sign);

const colourOf = (number: number): string => ACCOUNTS[(number - 1) % ACCOUNTS.length] ?? INK;

const widthOf = (character: string): number =>
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u.test(character) ? WIDE : LETTER;

/** As many words as fit, then an ellipsis. Cuts between words where there are any. */
export function fitted(text: string, width: number): string {
  let used = 0;
  let cut = 0;
  for (const character of text) {
    used += widthOf(character);
    if (used > width - WIDE) break;
    cut += character.length;
  }
  if (cut >= text.length) return text;
  const space = text.lastIndexOf(' ', cut);
  return `${text.slice(0, space > cut / 2 ? space : cut).trimEnd()}…`;
}

interface TextStyle {
  readonly size: number;
  readonly fill?: string;
  readonly family?: string;
  readonly weight?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

function text(x: number, y: number, words: string, style: TextStyle, title?: string): string {
  const { size, fill = INK, family = SANS, weight = 400, anchor = 'start' } = style;
  const inner = `${title === undefined ? '' : `<title>${escaped(title)}</title>`}${escaped(words)}`;
  // Its own direction, so that a text from right to left keeps its signs in place.
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}" unicode-bidi="plaintext">${inner}</text>`;
}

function square(x: number, y: number, { letter, colour }: FactColumn, differs: boolean): string {
  const box = `x="${x - 9}" y="${y - 9}" width="18" height="18" rx="2"`;
  const fill = colourOf(colour);
  const told = `Account ${letter} ${differs ? 'reports it differently' : 'reports it'}`;
  const ground = differs
    ? `<rect ${box} fill="none" stroke="${fill}" stroke-width="1.5"/>`
    : `<rect ${box} fill="${fill}" fill-opacity="0.18"/>`;
  const sign = differs ? '≠' : letter;
  return `<g><title>${escaped(told)}</title>${ground}${text(x, y + 4, sign, { size: 12, weight: 600, anchor: 'middle' })}</g>`;
}

/**
 * The picture of the accounts as an SVG document of its own: facts down, articles across, in the light theme.
 * It asks for nothing from outside; fonts are by name with fallbacks. Words that do not fit are cut, and whole in
 * the title of their element.
 */
export function factsSvg({ title, about, columns, rows, letterOf }: Picture): string {
  const cellsAt = PAD + WORDS + 16;
  const width = cellsAt + columns.length * CELL + SUPPORT + PAD;
  const legendAt = TOP + rows.length * ROW + 30;
  const height = legendAt + PAD;
  const centre = (index: number) => cellsAt + index * CELL + CELL / 2;
  const head = columns.map((column, index) => {
    const letter = text(centre(index), TOP - 22, column.letter, {
      size: 17,
      weight: 600,
      family: SERIF,
      fill: colourOf(column.colour),
      anchor: 'middle',
    });
    if (column.span < 2) return letter;
    const [from, to] = [centre(index), centre(index + column.span - 1)];
    return `${letter}<path d="M${from} ${TOP - 14}v4H${to}v-4" fill="none" stroke="${EDGE}"/>`;
  });
  const body = rows.map((row, index) => {
    const y = TOP + index * ROW;
    const middle = y + ROW / 2;
    const words = row.fact.excerpt.text;
    const own = letterOf(row);
    const cells = row.cells.map((cell, at) => {
      const column = columns[at];
      return cell && column ? square(centre(at), middle, column, cell.differs) : '';
    });
    return [
      `<g><path d="M${PAD} ${y}.5H${width - PAD}" stroke="${RULE}"/>`,
      text(PAD, middle + 5, fitted(words, WORDS - 24), { size: 15, family: SERIF }, words),
      text(PAD + WORDS, middle + 4, own.letter, {
        size: 12,
        weight: 600,
        fill: colourOf(own.colour),
        anchor: 'end',
      }),
      ...cells,
      text(width - PAD, middle + 4, row.support, { size: 12, fill: INK_2, anchor: 'end' }),
      '</g>',
    ].join('');
  });
  const legend: FactColumn | undefined = columns[0];
  const ties = tiesText(columns);
  const small = { size: 12, fill: INK_2 };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(`${title}: who reports what`)}</title>`,
    `<desc id="desc">${escaped(described(about, columns, rows))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    text(PAD, 44, fitted(title, (width - 2 * PAD) / 1.5), { size: 22, weight: 600, family: SERIF }, title),
    text(PAD, 66, about, { size: 13, fill: INK_2 }),
    text(PAD, TOP - 12, 'In the words of the account that says it most briefly', small),
    text(width - PAD, TOP - 12, 'Independent', { ...small, anchor: 'end' }),
    ...head,
    ...body,
    ...(legend
      ? [
          square(PAD + 9, legendAt, legend, false),
          text(PAD + 26, legendAt + 4, 'reports it', small),
          square(PAD + 117, legendAt, legend, true),
          text(PAD + 134, legendAt + 4, 'reports it differently', small),
          text(PAD + 280, legendAt + 4, ties, small),
        ]
      : []),
    '</svg>',
    '',
  ].join('\n');
}

/** The picture in words. */
function described(about: string, columns: readonly FactColumn[], rows: readonly FactRow[]): string {
  const told = rows.map(({ fact, cells, support }) => {
    const letters = (differs: boolean) =>
      columns.filter((_column, at) => cells[at]?.differs === differs).map(({ letter }) => letter);
    const [same, other] = [letters(false), letters(true)];
    const who = [
      same.length > 0 ? `reported by ${same.join(', ')}` : '',
      other.length > 0 ? `differently by ${other.join(', ')}` : '',
    ];
    return `“${fact.excerpt.text}”: ${who.filter(Boolean).join('; ')}; independent ${support}.`;
  });
  return [`${about}.`, ...told].join(' ');
}
