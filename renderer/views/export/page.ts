import type { Paper } from '../../../electron/api/index.ts';

/** CSS pixels. */
export interface PageBox {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

const MM = 96 / 25.4;
const INCH = 96;
const SIZES: Readonly<Record<Paper, readonly [number, number]>> = {
  A4: [210 * MM, 297 * MM],
  Letter: [8.5 * INCH, 11 * INCH],
};
/** A centimetre: what Chromium prints with where the document says nothing. */
const DEFAULT_MARGIN = 10 * MM;
const UNITS: Readonly<Record<string, number>> = { px: 1, pt: 96 / 72, mm: MM, cm: 10 * MM, in: INCH, pc: 16 };

/** An absolute CSS length in pixels; undefined where it is none. */
export function pixels(length: string | undefined): number | undefined {
  const match = /^([\d.]+)(px|pt|mm|cm|in|pc)$/u.exec(length?.trim() ?? '');
  if (length?.trim() === '0') return 0;
  const unit = UNITS[match?.[2] ?? ''];
  return unit === undefined ? undefined : Number(match?.[1]) * unit;
}

/** The page that a style sheet asks for by its `@page` rule (CSS Paged Media 3), on this paper. */
export function pageBox(css: string, paper: Paper): PageBox {
  const [width, height] = SIZES[paper];
  const rule = pageRule(css);
  const margins = /(?:^|[;\s])margin:\s*([^;}]+)/u.exec(rule)?.[1]?.trim().split(/\s+/u).map(pixels) ?? [];
  const [first = DEFAULT_MARGIN, second = first, third = first, fourth = second] = margins;
  return { width, height, top: first, right: second, bottom: third, left: fourth };
}

/** The declarations of the first unnamed page rule, those of its margin boxes left out. */
function pageRule(css: string): string {
  const start = /@page\s*\{/u.exec(css);
  if (!start) return '';
  let depth = 1;
  let declarations = '';
  for (const character of css.slice(start.index + start[0].length)) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth === 0) break;
    if (depth === 1) declarations += character;
  }
  return declarations;
}

/** Pages of a flow that is `extent` wide, in columns of `width` and gaps of `gap`. */
export function pageCount(extent: number, width: number, gap: number): number {
  return Math.max(1, Math.round((extent + gap) / (width + gap)));
}

/**
 * A document's markup and its style rules, apart. They are parted before the markup is parsed, since even a
 * parser that runs nothing reports a style sheet that the page's policy would not apply.
 */
export function partStyles(html: string): { readonly markup: string; readonly css: string } {
  const styles: string[] = [];
  const markup = html.replaceAll(/<style[^>]*>([\s\S]*?)<\/style>/giu, (_element, css: string) => {
    styles.push(css);
    return '';
  });
  return { markup, css: styles.join('\n') };
}

/**
 * Style rules as they hold on paper, written so that they hold in columns on screen. Fonts are left out: a
 * shadow tree cannot declare any, and the page has the same ones under its own `--serif` and `--sans`.
 */
export function forColumns(css: string): string {
  return css
    .replaceAll(/@font-face\s*\{[^}]*\}/gu, '')
    .replaceAll(/--(?:serif|sans):[^;}]*;?/gu, '')
    .replaceAll(/@media\s+print\b/gu, '@media all')
    .replaceAll(/@media\s+screen\b/gu, '@media print')
    .replaceAll(/(break-(?:before|after):\s*)page\b/gu, '$1column')
    .replaceAll(/:root\b/gu, 'html');
}
