import { probeOf, prose, titleOf, type Plan, type Probe } from './case.ts';

export interface HtmlParts {
  /** Between the paragraphs of the article. */
  readonly body?: string;
  readonly head?: string;
  /** Attributes of the body. */
  readonly attributes?: string;
  /** Before the document. */
  readonly prolog?: string;
  /** Instead of the usual title. */
  readonly title?: string;
}

/** A saved page with an ordinary article and something else in it. */
export function htmlPage(word: string, parts: HtmlParts): string {
  const [first, second, third] = prose(word);
  const title = parts.title ?? titleOf(word);
  return `${parts.prolog ?? '<!doctype html>'}<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${parts.head ?? ''}</head>
<body ${parts.attributes ?? ''}><article><h1>${title}</h1><p>${first}</p>
${parts.body ?? ''}
<p>${second}</p><p>${third}</p></article></body></html>`;
}

/** Id, what it tries, the parts of the page, and what of them is text that a reader must see. */
export type HtmlRow = readonly [
  id: string,
  tries: string,
  parts: (probe: Probe) => HtmlParts,
  shows?: readonly string[],
];

export function htmlPlans(rows: readonly HtmlRow[]): readonly Plan[] {
  return rows.map(([name, tries, parts, shows = []]): Plan => {
    const id = `html-${name}`;
    return (index, trap) => {
      const probe = probeOf(id, index, trap);
      const [first, second, third] = prose(probe.word);
      return {
        id,
        tries,
        path: `${id}.html`,
        content: htmlPage(probe.word, parts(probe)),
        shows: [first, second, third, ...shows],
        word: probe.word,
      };
    };
  });
}
