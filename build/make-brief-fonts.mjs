// Writes the fonts of the brief as modules of base64: run after updating the font packages.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { format } from 'prettier';

// One weight a file, not variable fonts: those are drawn into a PDF as pictures of letters (Type 3).
const FONTS = {
  'serif-400': '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  'serif-600': '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff2',
  'serif-400-italic': '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff2',
  'serif-400-extended': '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff2',
  'serif-600-extended': '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff2',
  'sans-400': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'sans-600': '@fontsource/inter/files/inter-latin-600-normal.woff2',
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
