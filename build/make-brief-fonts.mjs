// Writes the fonts of the brief as modules of base64: run after updating the font packages.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { format } from 'prettier';

const FONTS = {
  'serif-roman': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
  'serif-italic': '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
  'sans-roman': '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
};

const require = createRequire(import.meta.url);
const folder = new URL('../electron/engine/report/fonts/', import.meta.url);

await mkdir(folder, { recursive: true });
for (const [name, file] of Object.entries(FONTS)) {
  const base64 = (await readFile(require.resolve(file))).toString('base64');
  const source = `// Made by build/make-brief-fonts.mjs from ${file} (SIL Open Font License 1.1).
export const woff2 = '${base64}';
`;
  const path = new URL(`${name}.ts`, folder);
  await writeFile(path, await format(source, { parser: 'typescript', singleQuote: true, printWidth: 110 }));
}
