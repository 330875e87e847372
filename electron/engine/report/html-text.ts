import type { Article, Block, SentenceId } from '../../api/index.ts';
import { escapeHtml as escape } from './escape.ts';
import { gap } from './text.ts';

/** `lang` and `dir` of an article's words inside a brief, which is itself in English. */
export function languageOf(article: Article): string {
  const lang =
    article.language === 'en' ? '' : ` lang="${article.language === 'und' ? '' : escape(article.language)}"`;
  return `${lang}${article.direction === 'rtl' ? ' dir="rtl"' : ''}`;
}

export function sentenceAnchor(id: SentenceId): string {
  return `s-${escape(id)}`;
}

function sentences(article: Article, block: Block): string {
  return block.sentences
    .map(({ id, text }) => `<span id="${sentenceAnchor(id)}">${escape(text)}</span>`)
    .join(gap(article));
}

function item(article: Article, block: Block): string {
  const depth = Math.min(3, block.level ?? 1);
  const classes = [`level-${depth}`, ...(block.marker ? ['marked'] : [])].join(' ');
  const marker = block.marker ? `${escape(block.marker)} ` : '';
  return `<li class="${classes}">${marker}${sentences(article, block)}</li>`;
}

function blockHtml(article: Article, block: Block): string {
  const content = sentences(article, block);
  switch (block.type) {
    case 'heading': {
      // The brief's own levels end at the article's title, an h3.
      const tag = `h${Math.min(6, (block.level ?? 1) + 3)}`;
      return `<${tag}>${content}</${tag}>`;
    }
    case 'paragraph':
      return `<p>${content}</p>`;
    case 'quote':
      return `<blockquote>${content}</blockquote>`;
    case 'preformatted':
      return `<pre>${content}</pre>`;
    case 'list-item':
      return item(article, block);
  }
}

/** An article's blocks, with neighbouring list items in one list. */
export function articleBody(article: Article): string {
  let inList = false;
  const lines = article.blocks.map((block) => {
    const isItem = block.type === 'list-item';
    const edge = isItem === inList ? '' : isItem ? '<ul>' : '</ul>';
    inList = isItem;
    return `${edge}${blockHtml(article, block)}`;
  });
  return lines.join('\n') + (inList ? '</ul>' : '');
}
