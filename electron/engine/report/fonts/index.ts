/**
 * The brief's fonts, for the Latin script: others fall back to the reader's own.
 *
 * They are modules of base64 and not files beside the code: the same import works when Node runs the sources,
 * in every bundle and inside an asar archive. Each is imported when first needed, so that only an HTML brief
 * pays for it.
 */
interface Font {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  readonly weight: 400 | 600;
  /** Letters beyond Western European ones: in files of their own, which most briefs can do without. */
  readonly extended?: true;
  readonly load: () => Promise<{ readonly woff2: string }>;
}

const SERIF = 'Source Serif 4';
const SANS = 'Inter';
const FONTS: readonly Font[] = [
  { family: SERIF, style: 'normal', weight: 400, load: () => import('./serif-400.ts') },
  { family: SERIF, style: 'normal', weight: 600, load: () => import('./serif-600.ts') },
  { family: SERIF, style: 'italic', weight: 400, load: () => import('./serif-400-italic.ts') },
  {
    family: SERIF,
    style: 'normal',
    weight: 400,
    extended: true,
    load: () => import('./serif-400-extended.ts'),
  },
  {
    family: SERIF,
    style: 'normal',
    weight: 600,
    extended: true,
    load: () => import('./serif-600-extended.ts'),
  },
  { family: SANS, style: 'normal', weight: 400, load: () => import('./sans-400.ts') },
  { family: SANS, style: 'normal', weight: 600, load: () => import('./sans-600.ts') },
];

const EXTENDED = /[\u0100-\u02ba\u1e00-\u1eff]/;
const EXTENDED_RANGE = 'U+100-2BA,U+1E00-1EFF';

export interface Needed {
  /** Only a title that stands in for a missing one is set in italics. */
  readonly italic: boolean;
  /** What will be set, to see which letters it has. */
  readonly text: string;
}

/** `@font-face` rules with the fonts inside. */
export async function fontFaces({ italic, text }: Needed): Promise<string> {
  const extended = EXTENDED.test(text);
  const wanted = FONTS.filter((font) => (italic || font.style === 'normal') && (extended || !font.extended));
  const rules = wanted.map(async ({ family, style, weight, extended: range, load }) => {
    const { woff2 } = await load();
    const letters = range ? `;unicode-range:${EXTENDED_RANGE}` : '';
    return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight}${letters};src:url(data:font/woff2;base64,${woff2}) format("woff2")}`;
  });
  return (await Promise.all(rules)).join('\n');
}
