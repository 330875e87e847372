import { escapeHtml as escape } from './escape.ts';
import { differencesSection, onlyOneSection, quotationsSection, timelineSection } from './html-compared.ts';
import { factsSection } from './html-facts.ts';
import { notesSection } from './html-notes.ts';
import { articleHeading, cited, note, section, words } from './html-parts.ts';
import { briefStyle } from './html-style.ts';
import { articleBody, languageOf } from './html-text.ts';
import { method } from './method.ts';
import type { BriefModel, Passage } from './model.ts';
import type { Source } from './sources.ts';
import { introduction, NO_SENTENCE, sourceNote, summaryNote, support } from './wording.ts';

/** A brief needs nothing from anywhere, and this is what holds whoever opens it to that. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

function passageItem(model: BriefModel, passage: Passage): string {
  const text = words(passage.sentence.text, passage.source);
  return `<li${languageOf(passage.source.article)}>${text} ${cited(model, passage, support(model, passage))}</li>`;
}

function summarySection(model: BriefModel): string {
  if (!model.passages) return '';
  const content = model.passages.length
    ? `<ol class="numbered">${model.passages.map((passage) => passageItem(model, passage)).join('\n')}</ol>`
    : note(NO_SENTENCE);
  return section('summary', 'Summary', content, summaryNote(model));
}

function sourceItem(source: Source): string {
  const title = escape(source.article.title);
  // Italic stands in for something missing: here a title made from the opening words.
  const shown = source.article.titleOrigin === 'made' ? `<i>${title}</i>` : title;
  return `<li id="source-${source.letter}" class="account-${source.colour}"><span class="letter">${source.letter}</span><div><span class="title"${languageOf(source.article)}>${shown}</span><small>${escape(sourceNote(source))}</small></div></li>`;
}

function articleSummaries(model: BriefModel): string {
  if (!model.input.parts.articleSummaries) return '';
  const articles = model.sources.map((source) => {
    const language = languageOf(source.article);
    const sentences = model.input.articleSummaries.get(source.article.id)?.sentences ?? [];
    const items = sentences.map(({ text }) => `<li${language}>${words(text, source)}</li>`);
    const content = items.length ? `<ol>${items.join('\n')}</ol>` : note(NO_SENTENCE);
    return `<article>${articleHeading(source)}\n${content}</article>`;
  });
  return section('articles', 'Article by article', `<div>${articles.join('\n')}</div>`);
}

function fullText(model: BriefModel): string {
  if (!model.input.parts.fullText) return '';
  const articles = model.sources.map(
    (source) =>
      `<article${languageOf(source.article)} class="text">${articleHeading(source)}\n${articleBody(source.article)}</article>`,
  );
  return section('text', 'Full text', `<div>${articles.join('\n')}</div>`);
}

function methodSection(model: BriefModel): string {
  return section('method', 'Method', `<div>${method(model).map(note).join('\n')}</div>`);
}

/** One self-contained page for screen and paper: no script, no reference to anything outside it. */
export function briefHtml(model: BriefModel, fontFaces: string): string {
  const title = escape(model.title);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="Synoptic">
<title>${title}: a brief</title>
<style>
${fontFaces}
${briefStyle(model.title, model.input.paper)}
</style>
</head>
<body>
<main>
<header><p class="label">Brief</p><h1>${title}</h1><p>${introduction(model)}</p></header>
${[
  summarySection(model),
  onlyOneSection(model),
  section('sources', 'Sources', `<ol class="sources">${model.sources.map(sourceItem).join('\n')}</ol>`),
  differencesSection(model),
  quotationsSection(model),
  timelineSection(model),
  factsSection(model),
  notesSection(model),
  articleSummaries(model),
  fullText(model),
  methodSection(model),
]
  .filter(Boolean)
  .join('\n')}
</main>
</body>
</html>
`;
}
