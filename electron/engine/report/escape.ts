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

/** A fenced block whose fence is longer than any run of backticks inside. */
export function fenced(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}\n${text}\n${fence}`;
}
