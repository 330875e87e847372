/** Beyond these a page is no page somebody wrote: a tree of it would exhaust the stack or the memory. */
const DEEPEST = 400;
const LONGEST = 10_000_000;

const VOID = /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
// Their end tags may be left out, so open ones do not tell how deep a page is.
const OPTIONAL_END = /^(p|li|td|th|tr|tbody|thead|tfoot|option|dt|dd|colgroup)$/;
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)/g;

/** Whether a page can be taken apart as a tree. Linear in its length. */
export function isTractable(html: string): boolean {
  if (html.length > LONGEST) return false;
  let depth = 0;
  for (const match of html.matchAll(TAG)) {
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
