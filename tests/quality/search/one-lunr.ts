import lunr from 'lunr';
import type { Article, ArticleId } from '../../../electron/api/index.ts';
import { FIELD_WEIGHT, OWN_FIELDS, type Field } from '../../../electron/engine/search/fields.ts';
import { termsOf } from '../../../electron/engine/search/lexicon.ts';
import type { Ranked } from './agreement.ts';
import { dateForms, stemOf } from '../../../electron/engine/search/terms.ts';

function valuesOf({ title, source, publishedAt, blocks }: Article): Partial<Record<Field, string>> {
  const text = blocks.flatMap(({ sentences }) => sentences.map((sentence) => sentence.text)).join('\n');
  return { title, text, source: source ?? '', date: dateForms(publishedAt ?? '').join(' ') };
}

/** A query of one of lunr's own kinds, in its language and with what it finds. */
export type AskLunr = (query: string) => readonly Ranked<ArticleId>[];

/** lunr warns of functions that it does not know by a name, and of a name that comes again. */
let registered = 0;

/** One ordinary lunr index of all articles, with our words, stems, fields and their weights. */
export function oneLunr(articles: readonly Article[]): AskLunr {
  const builder = new lunr.Builder();
  const stem: lunr.PipelineFunction = (token) => token.update((form) => stemOf(form, 'en'));
  lunr.Pipeline.registerFunction(stem, `stem ${registered++}`);
  builder.pipeline.add(stem);
  builder.searchPipeline.add(stem);
  builder.tokenizer = Object.assign(
    (text?: string | object | object[] | null) =>
      (/^\d{4}-\d/.test(String(text))
        ? String(text).split(' ')
        : termsOf(String(text), 'en').map(({ form }) => form)
      ).map((form) => new lunr.Token(form, {})),
    { separator: /\s/ },
  );
  builder.k1(1.2);
  builder.b(0.75);
  builder.ref('id');
  for (const field of OWN_FIELDS) builder.field(field, { boost: FIELD_WEIGHT[field] });
  for (const article of articles) builder.add({ id: article.id, ...valuesOf(article) });
  const index = builder.build();
  return (query) => index.search(query).map(({ ref, score }) => ({ id: ref as ArticleId, score }));
}
