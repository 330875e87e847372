/** What Windows, macOS or a shell would not have in a name, and characters that show nothing. */
// eslint rejects control characters in a pattern, so they are named by their property.
const UNSAFE = /[<>:"/\\|?*]|\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu;
/** Device names of Windows, which count up to the first full stop. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)\s*\./i;
/** Bytes of the title: with the rest of the name well below the 255 that file systems allow. */
const LONGEST = 160;

/** Cuts between whole characters, at a word's end where one is near. */
function shortened(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > LONGEST) return kept.replace(/\s+\S{0,20}$/u, '') || kept;
    kept += character;
  }
  return kept;
}

/** ("Peace talks in Berlin", "brief", "html") → "Peace talks in Berlin - brief.html". Safe on every system, whatever the title. */
export function fileNameFor(title: string, what: string, extension: string): string {
  const clean = title
    .toWellFormed()
    .normalize('NFC')
    .replace(UNSAFE, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^[.\s]+|[.\s]+$/gu, '');
  const short = shortened(clean).replace(/[.\s]+$/u, '');
  if (short === '') return `${what.charAt(0).toUpperCase()}${what.slice(1)}.${extension}`;
  return `${DEVICE.test(short) ? '_' : ''}${short} - ${what}.${extension}`;
}

export function briefFileName(title: string, extension: string): string {
  return fileNameFor(title, 'brief', extension);
}
