export interface FilesWanted {
  /** As in the attribute of that name: ".json,application/json". */
  readonly accept?: string;
  readonly multiple?: boolean;
}

/** Lets the user choose files. Null when the user cancelled. */
export function askForFiles({ accept = '', multiple = true }: FilesWanted = {}): Promise<
  readonly File[] | null
> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = multiple;
    input.accept = accept;
    input.hidden = true;
    const answer = (files: readonly File[] | null): void => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => answer([...(input.files ?? [])]), { once: true });
    input.addEventListener('cancel', () => answer(null), { once: true });
    document.body.append(input);
    input.click();
  });
}

/** Hands a file to the browser's downloads. */
export function download(blob: Blob, fileName: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Opens the browser's print dialog on a page of this origin, without leaving this one. */
export function printPage(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.className = 'print-frame';
    frame.title = 'The brief, for printing';
    frame.setAttribute('aria-hidden', 'true');
    frame.tabIndex = -1;
    frame.addEventListener(
      'load',
      () => {
        const page = frame.contentWindow;
        if (!page) return reject(new Error('The brief could not be loaded.'));
        page.addEventListener('afterprint', () => frame.remove(), { once: true });
        page.print();
        resolve();
      },
      { once: true },
    );
    frame.src = path;
    document.body.append(frame);
  });
}
