import type { Quotation } from '../../api/index.ts';
import type { Analysis } from './analysis.ts';
import { Attributor } from './quotations/attribute.ts';
import { layoutOf } from './quotations/items.ts';
import { isFragment, isName } from './quotations/kinds.ts';
import { People } from './quotations/people.ts';

/** A direct quotation, as one article has it. */
export type ArticleQuotation = Omit<Quotation, 'group' | 'speakerKey'>;

const found = new WeakMap<Analysis, readonly ArticleQuotation[]>();

/** The direct quotations of an article, in the order of its text. Found once for each analysis. */
export function findQuotations(analysis: Analysis): readonly ArticleQuotation[] {
  const known = found.get(analysis);
  if (known) return known;
  const quotations = read(analysis);
  found.set(analysis, quotations);
  return quotations;
}

function read(analysis: Analysis): ArticleQuotation[] {
  const people = new People(analysis);
  const layout = layoutOf(analysis, people);
  if (layout.quotations.length === 0) return [];
  people.learn(layout.units);
  const attributed = new Attributor(layout, people).run();
  return layout.quotations.flatMap((placed): ArticleQuotation[] => {
    const unit = layout.units[placed.unit];
    const [sentence] = placed.sentences;
    if (!unit || !sentence) return [];
    const { speaker, cue, beside } = attributed.get(placed.index) ?? {
      speaker: null,
      cue: null,
      beside: false,
    };
    if (isName(unit, placed, beside)) return [];
    return [
      {
        articleId: analysis.articleId,
        sentenceId: sentence.id,
        start: placed.start,
        end: placed.end,
        text: sentence.text.slice(placed.start, placed.end),
        sentences: placed.sentences.map(({ id }) => id),
        whole: placed.whole,
        speaker: speaker?.name ?? null,
        cue,
        fragment: isFragment(placed.whole),
      },
    ];
  });
}
