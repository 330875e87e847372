import {
  SynopticError,
  type BriefDocument,
  type NotesRequest,
  type PictureRequest,
  type Platform,
  type ReaderApi,
  type SaveRequest,
  type SaveResult,
} from '../../electron/api/index.ts';
import { askForFiles, download, printPage } from './files.ts';
import type { Host } from './host.ts';
import { importEach } from './importing.ts';
import { socketChannel } from './socket.ts';

/** A browser on this machine, served by Synoptic itself on loopback. */
export function browserHost(): Host {
  return {
    kind: 'browser',
    platform: platformOf(navigator.userAgent),
    connect: () => socketChannel('/engine'),
    importFiles: importEach,
    async chooseFiles(session) {
      const files = await askForFiles();
      return files && importEach({ files, entries: [] }, session);
    },
    canChooseLibrary: false,
    chooseLibrary: () => Promise.resolve(false),
    saveBrief,
    printBrief,
    savePicture,
    saveNotes,
    canShowInFolder: false,
    showInFolder: () => Promise.resolve(),
    canTrash: false,
    trash: () => Promise.resolve(false),
    undoTrash: () => Promise.resolve(false),
    canOpenSample: false,
    openSample: () => Promise.resolve(),
    setTheme: () => undefined,
    // A browser has no menu of ours; the page's own shortcuts do. Nor does a system hand files to a tab.
    onCommand: () => () => undefined,
    onImported: () => () => undefined,
  };
}

export function platformOf(userAgent: string): Platform {
  if (/\bMac|iPhone|iPad/u.test(userAgent)) return 'mac';
  return userAgent.includes('Windows') ? 'windows' : 'linux';
}

async function saveBrief(request: SaveRequest, api: ReaderApi): Promise<SaveResult> {
  const { format } = request;
  if (format === 'pdf') return savePdf(request, api);
  const brief = await api.brief({ ...request, format });
  download(new Blob([brief.content], { type: brief.mediaType }), brief.fileName);
  return { saved: true };
}

function savePicture({ title, svg }: PictureRequest): Promise<SaveResult> {
  // The browser itself leaves out of the name what the system does not allow.
  download(new Blob([svg], { type: 'image/svg+xml' }), `${title.trim() || 'Story'} - who reports what.svg`);
  return Promise.resolve({ saved: true });
}

function saveNotes({ title, json }: NotesRequest): Promise<SaveResult> {
  download(
    new Blob([json], { type: 'application/json' }),
    `${title.trim() || 'Library'} - marks and notes.json`,
  );
  return Promise.resolve({ saved: true });
}

async function savePdf(request: SaveRequest, api: ReaderApi): Promise<SaveResult> {
  const answer = await post('/brief.pdf', request);
  if (answer.ok) {
    const name = fileNameOf(answer.headers.get('content-disposition'));
    download(await answer.blob(), name ?? pdfName(await api.brief({ ...request, format: 'html' })));
    return { saved: true };
  }
  // Where no Chromium can print for us, the browser's own dialog saves as PDF.
  if (answer.status === 501) {
    await printBrief(request);
    return { saved: false };
  }
  throw await errorOf(answer);
}

async function printBrief(request: SaveRequest): Promise<void> {
  const answer = await post('/brief', request);
  if (!answer.ok) throw await errorOf(answer);
  const { path } = (await answer.json()) as { path: string };
  await printPage(path);
}

function post(path: string, request: SaveRequest): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  }).catch(() => {
    throw new SynopticError(
      'engine-stopped',
      'Synoptic does not answer.',
      'Start it again, then try once more.',
    );
  });
}

async function errorOf(answer: Response): Promise<SynopticError> {
  const fallback = new SynopticError('internal', 'The brief could not be made.', 'Try again.');
  try {
    const body = (await answer.json()) as { error?: { code?: unknown; message?: unknown; hint?: unknown } };
    const { message, hint } = body.error ?? {};
    if (typeof message !== 'string') return fallback;
    return new SynopticError('write-failed', message, typeof hint === 'string' ? hint : '');
  } catch {
    return fallback;
  }
}

/** The name in a Content-Disposition header (RFC 6266), the encoded form preferred. */
export function fileNameOf(header: string | null): string | null {
  if (header === null) return null;
  const encoded = /filename\*=UTF-8''([^;]+)/iu.exec(header)?.[1];
  try {
    if (encoded !== undefined) return decodeURIComponent(encoded.trim());
  } catch {
    // A broken encoding: the plain form below may still do.
  }
  return /filename="([^"]+)"/iu.exec(header)?.[1] ?? null;
}

const pdfName = (brief: BriefDocument): string => brief.fileName.replace(/\.[^.]+$/u, '') + '.pdf';
