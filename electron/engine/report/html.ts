import { escapeHtml as escape } from './escape.ts';
import { briefStyle } from './html-style.ts';
import { articleBody, languageOf, sentenceAnchor } from './html-text.ts';
import type { BriefModel, Mark, Passage, Source } from './model.ts';
import { introduction, method, NO_SENTENCE, sourceNote, summaryNote, support } from './wording.ts';

/** A brief needs nothing from anywhere, and this is what holds whoever opens it to that. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

const SPOKEN: Readonly<Record<Mark['kind'], (letter: string) => string>> = {
  own: (letter) => `${letter}: its words`,
  reports: (letter) => `${letter} reports it too`,
  rewrite: (letter) => `${letter} rewrites an account already named`,
};

function section(id: string, name: string, content: string, note = ''): string {
  const label = `<div class="label"><h2 id="${id}">${name}</h2>${note ? `<p>${note}</p>` : ''}</div>`;
  return `<section class="${id}-section" aria-labelledby="${id}">\n${label}\n${content}\n</section>`;
}

function markHtml({ source, citation, kind }: Mark, fullText: boolean): string {
  const target = fullText ? sentenceAnchor(citation.sentenceId) : `source-${source.letter}`;
  const shown = kind === 'rewrite' ? `(${source.letter})` : source.letter;
  return `<a class="${kind} account-${source.colour}" href="#${target}" aria-label="${SPOKEN[kind](source.letter)}">${shown}</a>`;
}

/** Words with hyphens inside, short enough to be kept on one line. */
const HYPHENATED = /(?<![^\s])(?=\S{3,30}(?!\S))[^\s-]+(?:-[^\s-]+)+/gu;

/** A cited sentence, unbroken at its hyphens so that its text can be read back from a PDF. */
function words(text: string): string {
  let html = '';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(HYPHENATED)) {
    html += `${escape(text.slice(end, index))}<span class="whole">${escape(word)}</span>`;
    end = index + word.length;
  }
  return `<span class="words">${html}${escape(text.slice(end))}</span>`;
}

function passageItem(model: BriefModel, passage: Passage): string {
  const { fullText } = model.input.parts;
  const marks = passage.marks.map((mark) => markHtml(mark, fullText)).join('');
  const count = support(model, passage);
  const supported = count ? `<span class="support">${count}</span>` : '';
  const text = words(passage.sentence.text);
  return `<li${languageOf(passage.source.article)}>${text} <span class="cited" dir="ltr" lang="en">${marks}${supported}</span></li>`;
}

function summarySection(model: BriefModel): string {
  if (!model.passages) return '';
  const content = model.passages.length
    ? `<ol class="numbered">${model.passages.map((passage) => passageItem(model, passage)).join('\n')}</ol>`
    : `<p class="note">${NO_SENTENCE}</p>`;
  return section('summary', 'Summary', content, summaryNote(model));
}

function sourceItem(source: Source): string {
  const title = escape(source.article.title);
  // Italic stands in for something missing: here a title made from the opening words.
  const shown = source.article.titleOrigin === 'made' ? `<i>${title}</i>` : title;
  return `<li id="source-${source.letter}" class="account-${source.colour}"><span class="letter">${source.letter}</span><div><span class="title"${languageOf(source.article)}>${shown}</span><small>${escape(sourceNote(source))}</small></div></li>`;
}

function articleHeading(source: Source): string {
  const letter = `<span class="own letter account-${source.colour}" dir="ltr">${source.letter}</span>`;
  const made = source.article.titleOrigin === 'made' ? ' class="made"' : '';
  return `<h3${made}${languageOf(source.article)}>${letter} ${escape(source.article.title)}</h3>`;
}

function articleSummaries(model: BriefModel): string {
  if (!model.input.parts.articleSummaries) return '';
  const articles = model.sources.map((source) => {
    const language = languageOf(source.article);
    const sentences = model.input.articleSummaries.get(source.article.id)?.sentences ?? [];
    const items = sentences.map(({ text }) => `<li${language}>${words(text)}</li>`);
    const content = items.length ? `<ol>${items.join('\n')}</ol>` : `<p class="note">${NO_SENTENCE}</p>`;
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
  const notes = method(model).map((note) => `<p class="note">${escape(note)}</p>`);
  return section('method', 'Method', `<div>${notes.join('\n')}</div>`);
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
  section('sources', 'Sources', `<ol class="sources">${model.sources.map(sourceItem).join('\n')}</ol>`),
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
