/**
 * The brief's fonts, Latin only: other scripts fall back to the reader's own.
 *
 * They are modules of base64, 200 kB in all, and not files beside the code: the same import works when
 * Node runs the sources, in every bundle and inside an asar archive. Each is imported when first needed,
 * so that only an HTML brief pays for it.
 */
interface Font {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  readonly weight: string;
  readonly load: () => Promise<{ readonly woff2: string }>;
}

const FONTS: readonly Font[] = [
  { family: 'Source Serif 4', style: 'normal', weight: '200 900', load: () => import('./serif-roman.ts') },
  { family: 'Source Serif 4', style: 'italic', weight: '200 900', load: () => import('./serif-italic.ts') },
  { family: 'Inter', style: 'normal', weight: '100 900', load: () => import('./sans-roman.ts') },
];

/** `@font-face` rules with the fonts inside. `italic` is needed only where a title stands in for a missing one. */
export async function fontFaces({ italic }: { readonly italic: boolean }): Promise<string> {
  const wanted = FONTS.filter(({ style }) => italic || style === 'normal');
  const rules = wanted.map(async ({ family, style, weight, load }) => {
    const { woff2 } = await load();
    return `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight};src:url(data:font/woff2;base64,${woff2}) format("woff2")}`;
  });
  return (await Promise.all(rules)).join('\n');
}
