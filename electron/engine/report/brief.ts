import type { BriefDocument, BriefFormat } from '../../api/index.ts';
import { briefFileName } from './file-name.ts';
import { fontFaces } from './fonts/index.ts';
import { briefHtml } from './html.ts';
import { briefJson } from './json.ts';
import { briefMarkdown } from './markdown.ts';
import { briefModel, type BriefInput, type BriefModel } from './model.ts';

export type { BriefInput } from './model.ts';

interface Format {
  readonly extension: string;
  readonly mediaType: string;
  readonly write: (model: BriefModel) => string | Promise<string>;
}

const FORMATS: Readonly<Record<BriefFormat, Format>> = {
  html: {
    extension: 'html',
    mediaType: 'text/html; charset=utf-8',
    write: async (model) => {
      const italic = model.sources.some(({ article }) => article.titleOrigin === 'made');
      return briefHtml(model, await fontFaces({ italic, text: briefHtml(model, '') }));
    },
  },
  markdown: { extension: 'md', mediaType: 'text/markdown; charset=utf-8', write: briefMarkdown },
  json: { extension: 'json', mediaType: 'application/json', write: briefJson },
};

/**
 * A brief in one of its formats; the PDF is Chromium's print of the HTML. The same input always gives the
 * same document. It is a promise only because the fonts of the HTML are imported when they are needed.
 */
export async function composeBrief(input: BriefInput, format: BriefFormat): Promise<BriefDocument> {
  const model = briefModel(input);
  const { extension, mediaType, write } = FORMATS[format];
  return {
    title: model.title,
    fileName: briefFileName(model.title, extension),
    mediaType,
    content: await write(model),
  };
}
