/** Deeper, a page is no page somebody wrote, and a tree of it could exhaust the stack. Most stay below 50. */
const DEEPEST = 120;
/**
 * Elements, each counted as often as it has others around it: what it costs to look for the article in the tree.
 * Long pages have some hundred thousand; with more it takes minutes.
 */
const MOST_WORK = 600_000;
/** Pictures and fonts that a browser put into the page when saving it. */
const EMBEDDED = /data:[\w.+/-]*[;,][^"'()<>\s]{200,}/gi;

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
// Their end tags may be left out, so open ones do not tell how deep a page is.
const OPTIONAL_END = /^(p|li|td|th|tr|tbody|thead|tfoot|option|dt|dd|colgroup)$/;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g;

/**
 * Markup without what is not markup: embedded pictures and fonts always, scripts and styles where the page is still
 * longer than `most` characters. A page saved as one file can be ten times as long as what it says.
 */
export function slim(html: string, most: number): string {
  const bare = html.replace(EMBEDDED, '');
  return bare.length <= most ? bare : ['script', 'style', 'svg'].reduce(without, bare);
}

/** Whether a page can be taken apart as a tree in reasonable time. Linear in its length. */
export function isTractable(html: string): boolean {
  let depth = 0;
  let work = 0;
  for (const match of ['script', 'style'].reduce(without, html).matchAll(TAG)) {
    work += depth + 1;
    if (work > MOST_WORK) return false;
    const name = (match[2] ?? '').toLowerCase();
    if (VOID.test(name) || OPTIONAL_END.test(name)) continue;
    depth = match[1] ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return false;
  }
  return true;
}

/** Removes from each `<name` to its end tag, or to the end of the text where there is none. */
function without(html: string, name: string): string {
  const lower = html.toLowerCase();
  let result = '';
  let from = 0;
  for (;;) {
    const start = lower.indexOf(`<${name}`, from);
    if (start === -1) return result + html.slice(from);
    result += html.slice(from, start);
    const end = lower.indexOf(`</${name}`, start);
    if (end === -1) return result;
    from = end;
  }
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function decodeReferences(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(String(hex), 16) : -1;
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    return NAMED[String(name).toLowerCase()] ?? String(whole);
  });
}

/** The words of markup that cannot be taken apart: tags go, block ends become line breaks. Linear in its length. */
export function stripTags(html: string): string[] {
  let text = html;
  for (const name of ['script', 'style', 'template', 'noscript']) text = without(text, name);
  return text
    .replace(/<!--[^]*?(?:-->|$)/g, ' ')
    .replace(/<\/?(?:p|div|br|li|tr|h[1-6]|table|ul|ol|blockquote|section|article)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .split('\n')
    .map((line) => decodeReferences(line).replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}
