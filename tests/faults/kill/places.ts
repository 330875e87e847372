import type { Annotations, Corrections, Dismissal } from '../../../electron/api/index.ts';

/** The places of the ledger: one for each thing that can be kept of an article, a sentence or a difference. */
export const placeOf = {
  tag: (article: string, tag: string) => `tag ${tag} ${article}`,
  star: (article: string) => `star ${article}`,
  read: (article: string) => `read ${article}`,
  highlight: (sentence: string) => `highlight ${sentence}`,
  date: (article: string) => `date ${article}`,
  dismissal: ({ kind, sentenceIds }: Dismissal) => `dismissal ${kind} ${[...sentenceIds].sort().join(' ')}`,
};

/** The places of all that the engine says is kept. */
export function placesIn(annotations: Annotations, corrections: Corrections): Map<string, string> {
  const places = new Map<string, string>();
  for (const { articleId, tags, starred, read } of annotations.marks) {
    for (const tag of tags) places.set(placeOf.tag(articleId, tag), 'on');
    if (starred) places.set(placeOf.star(articleId), 'on');
    if (read) places.set(placeOf.read(articleId), 'on');
  }
  for (const { sentenceId, note, quote } of annotations.highlights) {
    const place = sentenceId === null ? `orphan ${quote.exact}` : placeOf.highlight(sentenceId);
    // Two of one sentence would be one too many.
    places.set(places.has(place) ? `${place} again` : place, `note: ${note}`);
  }
  for (const { articleId, date } of corrections.dates) places.set(placeOf.date(articleId), date);
  for (const dismissal of corrections.dismissed) places.set(placeOf.dismissal(dismissal), 'on');
  return places;
}
