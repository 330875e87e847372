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
  // A fragment without <html> would be read as a document of one element.
  const whole = /<html[\s>]/i.test(html) ? html : `<html><head></head><body>${html}</body></html>`;
  const { document } = parseHTML(whole);
  for (const element of document.querySelectorAll(INERT)) element.remove();
  return document;
}
