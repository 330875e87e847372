import type { BrowserWindow } from 'electron';
import { writeFile } from 'node:fs/promises';
import {
  SynopticError,
  type BriefDocument,
  type BriefFormat,
  type HostApi,
  type SaveRequest,
  type SaveResult,
} from '../api/index.ts';
import { askWhereToSave } from './dialogs.ts';
import { briefPdf, printHtml } from './printing.ts';
import type { WaitingBriefs } from './waiting-briefs.ts';

export interface BriefMaking {
  readonly engine: { readonly api: Pick<HostApi, 'brief'> };
  readonly briefs: WaitingBriefs;
  /** The window that dialogs belong to. */
  readonly window: () => BrowserWindow;
}

const KINDS: Readonly<Record<SaveRequest['format'], { name: string; extension: string }>> = {
  pdf: { name: 'PDF', extension: 'pdf' },
  html: { name: 'Web page', extension: 'html' },
  markdown: { name: 'Markdown', extension: 'md' },
  json: { name: 'JSON', extension: 'json' },
};

function compose(request: SaveRequest, format: BriefFormat, { engine }: BriefMaking): Promise<BriefDocument> {
  return engine.api.brief({ ...request, format });
}

/** Asks where, then writes the brief there. */
export async function saveBrief(request: SaveRequest, making: BriefMaking): Promise<SaveResult> {
  const { name, extension } = KINDS[request.format];
  const document = await compose(request, request.format === 'pdf' ? 'html' : request.format, making);
  const fileName = document.fileName.replace(/\.[a-z]+$/, `.${extension}`);
  const path = await askWhereToSave(making.window(), fileName, { name, extensions: [extension] });
  if (path === null) return { saved: false };
  const content =
    request.format === 'pdf'
      ? await briefPdf(document.content, request.paper, making.briefs)
      : document.content;
  try {
    await writeFile(path, content);
  } catch (cause) {
    throw new SynopticError(
      'write-failed',
      'The brief could not be written there.',
      'Choose another folder, or close the file if another program has it open.',
      { cause },
    );
  }
  return { saved: true, path };
}

/** Opens the system's print dialog on the brief. */
export async function printBrief(request: SaveRequest, making: BriefMaking): Promise<undefined> {
  const { content } = await compose(request, 'html', making);
  await printHtml(content, request.paper, making.briefs);
}
