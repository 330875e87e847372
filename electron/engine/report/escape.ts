const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as HTML, in content and in quoted attributes. NUL, which HTML cannot hold, is dropped. */
export function escapeHtml(text: string): string {
  return text.replaceAll('\0', '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Text as a CSS string with its quotes, safe inside a `<style>` element. */
export function cssString(text: string): string {
  const escaped = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/["\\<>&]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}

/** Of these only the ones that could mean something where they stand. */
const INLINE = /[\\`*[\]<~|]|_|&(?=#|\p{L})/gu;
const WORD = /[\p{L}\p{N}]/u;

/**
 * One line of text as Markdown (CommonMark 0.31, GFM's strikethrough and tables included) that renders to
 * exactly that text, also at the start of a line. Runs of white space become one space.
 */
export function escapeMarkdown(text: string): string {
  const line = text.replaceAll('\0', '').replace(/\s+/gu, ' ').trim();
  const inline = line.replace(INLINE, (character, offset: number) => {
    // Between letters an underscore is only an underscore; file names are full of them.
    const within = WORD.test(line[offset - 1] ?? '') && WORD.test(line[offset + 1] ?? '');
    return character === '_' && within ? character : `\\${character}`;
  });
  return inline.replace(/^(#+|>|[-+=])|^(\d{1,9})(?=[.)])/, (start, mark?: string, number?: string) =>
    number === undefined ? `\\${mark ?? start}` : `${number}\\`,
  );
}

/** Noncharacters of Unicode, which stand for nothing in a text that is exchanged. */
const [OPEN, CLOSE] = ['\ufdd0', '\ufdd1'];

/** Whether a delimiter that has `inside` on one side and `outside` on the other means something there. */
function flanks(inside: string | undefined, outside: string | undefined): boolean {
  return inside !== undefined && (WORD.test(inside) || (/\S/u.test(inside) && /^\s?$/u.test(outside ?? '')));
}

/**
 * One line of text as Markdown with the part from `start` to `end` in bold, as far as its edges allow: where a
 * mark clings to a letter (CommonMark 0.31, "delimiter runs"), only the words inside become bold.
 */
export function boldMarkdown(text: string, { start, end }: { start: number; end: number }): string {
  if (text.includes(OPEN) || text.includes(CLOSE)) return escapeMarkdown(text);
  const before = [...text.slice(0, start)];
  const after = [...text.slice(end)];
  const inside = [...text.slice(start, end)];
  while (inside.length > 0 && !flanks(inside[0], before.at(-1))) before.push(inside.shift() ?? '');
  while (inside.length > 0 && !flanks(inside.at(-1), after[0])) after.unshift(inside.pop() ?? '');
  if (inside.length === 0) return escapeMarkdown(text);
  const marked = [...before, OPEN, ...inside, CLOSE, ...after].join('');
  return escapeMarkdown(marked).replace(OPEN, '**').replace(CLOSE, '**');
}

/** A fenced block whose fence is longer than any run of backticks inside. */
export function fenced(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}\n${text}\n${fence}`;
}
