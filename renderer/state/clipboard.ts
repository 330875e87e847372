/** A passage as plain text and, where it is more than that, as markup. */
export interface Copied {
  readonly text: string;
  readonly html?: string;
}

/** Puts a passage on the clipboard in its forms. False where the browser does not allow it. */
export async function copy({ text, html }: Copied): Promise<boolean> {
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/plain': new Blob([text], { type: 'text/plain' }),
        ...(html !== undefined && { 'text/html': new Blob([html], { type: 'text/html' }) }),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}
