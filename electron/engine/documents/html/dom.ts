import { parseHTML } from 'linkedom';

export type HtmlDocument = ReturnType<typeof parseHTML>['document'];
export type HtmlElement = NonNullable<ReturnType<HtmlDocument['querySelector']>>;

/** Never shown, never read, never kept: what could run, load or style. */
const INERT =
  'script:not([type="application/ld+json"]), style, noscript, template, iframe, frame, object, embed, applet, link, base, svg, canvas, audio, video, source, track, portal';

/**
 * A document without anything that could run or load. linkedom fetches nothing and runs nothing by itself;
 * this keeps it out of what is read, too.
 */
export function parse(html: string): HtmlDocument {
  const document = treeOf(html);
  for (const element of document.querySelectorAll(INERT)) element.remove();
  return document;
}

/** A fragment without a root would be read as a document of its first element, or of none. */
function treeOf(html: string): HtmlDocument {
  if (/<html[\s>]/i.test(html)) {
    const { document } = parseHTML(html);
    // What looked like a root may have stood in a comment.
    const root = document.documentElement as HtmlElement | null;
    if (root?.tagName === 'HTML') return document;
  }
  // Nothing is put behind it: after a title that never ends, that would be words of the page.
  return parseHTML(`<html><head></head><body>${html}`).document;
}
