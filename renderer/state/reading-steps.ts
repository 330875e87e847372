import type { ArticleId, SentenceId } from '../../electron/api/index.ts';
import { sentencesOf } from './reading-alignment.ts';
import type { Reading } from './reading.svelte.ts';

/** Which sentences a step stops at. */
export type Stop = 'every' | 'unique' | 'shared' | 'disputed';

function stopsIn(reading: Reading, id: ArticleId, stop: Stop): readonly SentenceId[] {
  const article = reading.shelf.article(id);
  if (!article) return [];
  const sentences = sentencesOf(article);
  if (stop === 'unique') return sentences.filter((sentence) => reading.isUnique(sentence));
  if (stop === 'disputed') return sentences.filter((sentence) => reading.disputesOn(sentence).length > 0);
  if (stop === 'every') return sentences;
  const shared = reading.sharedIn(id, reading.articleIds);
  return sentences.filter((sentence) => shared.has(sentence));
}

/**
 * Selects the next (or the one before) of the sentences asked for. It starts at the selection, else at the
 * sentence that last had the focus, else where the column stands; marks are sought through all columns.
 */
export function step(reading: Reading, by: 1 | -1, stop: Stop): void {
  const columns = reading.columns.unfolded;
  const selected = reading.selection.selected;
  const start =
    selected && columns.includes(selected.articleId) ? selected.articleId : reading.columns.active;
  if (!start) return;
  const { visited } = reading.selection;
  const last = selected?.articleId === start ? selected : visited?.articleId === start ? visited : null;
  const top = reading.placeOf(start)?.sentenceId;
  const atTop = !last && top && stopsIn(reading, start, stop).includes(top) ? top : undefined;
  const origin = last?.sentenceId ?? top;
  const found = atTop ?? within(reading, start, by, stop, origin);
  if (found) {
    reading.selection.select({ articleId: start, sentenceId: found }, 'bring');
    return;
  }
  if (stop === 'every') return;
  const at = columns.indexOf(start);
  for (let turn = 1; turn <= columns.length; turn += 1) {
    const next = columns.at((at + by * turn) % columns.length);
    const sentenceId = next && stopsIn(reading, next, stop).at(by === 1 ? 0 : -1);
    if (next && sentenceId) {
      reading.columns.use(next);
      reading.selection.select({ articleId: next, sentenceId }, 'bring');
      return;
    }
  }
}

function within(
  reading: Reading,
  id: ArticleId,
  by: 1 | -1,
  stop: Stop,
  origin: SentenceId | undefined,
): SentenceId | undefined {
  const article = reading.shelf.article(id);
  if (!article) return undefined;
  const all = article.blocks.flatMap((block) => block.sentences.map((sentence) => sentence.id));
  const stops = stopsIn(reading, id, stop);
  const at = origin ? all.indexOf(origin) : -1;
  const place = new Map(all.map((sentence, index) => [sentence, index]));
  const beyond = (sentence: SentenceId) => ((place.get(sentence) ?? 0) - at) * by > 0;
  if (at < 0) return by === 1 ? stops[0] : undefined;
  return by === 1 ? stops.find(beyond) : stops.findLast(beyond);
}

/** Selects the counterpart of the selection in the nearest column to that side that has one. */
export function stepAcross(reading: Reading, by: 1 | -1): void {
  const selected = reading.selection.selected;
  if (!selected) return;
  const columns = reading.columns.unfolded;
  const counterparts = reading.counterpartsOf(selected.sentenceId);
  for (let at = columns.indexOf(selected.articleId) + by; at >= 0 && at < columns.length; at += by) {
    const id = columns[at];
    const best = id && counterparts.get(id)?.[0];
    if (id && best) {
      reading.columns.use(id);
      reading.selection.select(best, 'bring');
      return;
    }
  }
}
