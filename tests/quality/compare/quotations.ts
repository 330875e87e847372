import type { Article, Quotation, SentenceId } from '../../../electron/api/index.ts';
import { align } from '../../../electron/engine/compare/align.ts';
import { quotationsOf } from '../../../electron/engine/compare/quotations.ts';
import type { Analysis } from '../../../electron/engine/language/analysis.ts';
import type { QualityTable } from '../table.ts';
import { loadEvents, type GoldEvent, type GoldQuotation, type WhichGold } from './gold.ts';

/** What is measured of a quotation; the baseline knows no more. */
type Found = Pick<Quotation, 'sentenceId' | 'whole' | 'speaker' | 'cue' | 'fragment' | 'group'>;

export interface QuotationScores {
  readonly gold: number;
  readonly found: number;
  /** Quotations with exactly the gold's words, in pairs with it. */
  readonly matched: readonly (readonly [GoldQuotation, Found])[];
  readonly missed: readonly GoldQuotation[];
  readonly extra: readonly Found[];
}

/** Whether words are the gold's, which abbreviates long quotations to their first and last words. */
function sameWords(gold: string, whole: string): boolean {
  if (gold === whole) return true;
  const cut = gold.indexOf(' … ');
  return cut > 0 && whole.startsWith(gold.slice(0, cut)) && whole.endsWith(gold.slice(cut + 3));
}

const bare = (name: string) =>
  name
    .toLowerCase()
    .replace(/[.’']/g, '')
    .replace(/^(the|an?) /, '')
    .split(/[\s-]+/)
    .filter(Boolean);

/** Whether two names are one speaker's: one has all the words of the other, articles and points aside. */
export function sameSpeaker(gold: string | null, speaker: string | null): boolean {
  if (gold === null || speaker === null) return gold === speaker;
  const [a, b] = [bare(gold), bare(speaker)];
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.length > 0 && short.every((word) => long.includes(word));
}

export function matchQuotations(event: GoldEvent, found: readonly Found[]): QuotationScores {
  const left = new Set(found);
  const matched: [GoldQuotation, Found][] = [];
  const missed: GoldQuotation[] = [];
  for (const gold of event.gold.quotations) {
    const id = event.idOf(gold.sentence);
    const hit = [...left].find((each) => each.sentenceId === id && sameWords(gold.text, each.whole));
    if (hit) {
      left.delete(hit);
      matched.push([gold, hit]);
    } else missed.push(gold);
  }
  return { gold: event.gold.quotations.length, found: found.length, matched, missed, extra: [...left] };
}

const f1 = (hits: number, found: number, gold: number) =>
  found + gold === 0 ? 1 : (2 * hits) / (found + gold);

/** Pairs of one utterance among the quotations that were found: F1. */
function groupF1(matched: QuotationScores['matched']): number {
  let [hits, ours, theirs] = [0, 0, 0];
  matched.forEach(([goldA, a], i) => {
    for (const [goldB, b] of matched.slice(i + 1)) {
      const isGold = goldA.group !== undefined && goldA.group === goldB.group;
      const isOurs = a.group === b.group;
      if (isGold) theirs++;
      if (isOurs) ours++;
      if (isGold && isOurs) hits++;
    }
  });
  return f1(hits, ours, theirs);
}

const percent = (part: number, of: number) => (of === 0 ? 100 : (100 * part) / of);

function cells({ gold, found, matched }: QuotationScores): number[] {
  const count = (right: (gold: GoldQuotation, found: Found) => boolean) =>
    percent(matched.filter(([a, b]) => right(a, b)).length, matched.length);
  return [
    100 * f1(matched.length, found, gold),
    count((a, b) => sameSpeaker(a.speaker, b.speaker)),
    count((a, b) => (a.cue ?? '').toLowerCase() === (b.cue ?? '').toLowerCase()),
    count((a, b) => a.fragment === b.fragment),
    100 * groupF1(matched),
  ];
}

/** Text between straight or curly marks of one sentence, said by the name that stands nearest: no more. */
function baseline(articles: readonly Article[], analyses: readonly Analysis[]): Found[] {
  return articles.flatMap((article, at) =>
    article.blocks.flatMap((block) =>
      block.sentences.flatMap(({ id, text }) =>
        Array.from(text.matchAll(/["“]([^"“”]+)["”]/g), (match): Found => {
          const whole = match[1] ?? '';
          const [start, end] = [match.index, match.index + match[0].length];
          const names = analyses[at]?.sentences.find((sentence) => sentence.id === id)?.names ?? [];
          const distance = (name: { start: number; end: number }) =>
            name.end <= start ? start - name.end : name.start >= end ? name.start - end : Infinity;
          const nearest = names.reduce<(typeof names)[number] | null>(
            (best, name) => (distance(name) < (best ? distance(best) : Infinity) ? name : best),
            null,
          );
          const speaker = nearest?.text ?? null;
          return {
            sentenceId: id,
            whole,
            speaker,
            cue: null,
            fragment: !/[.,!?]$/.test(whole),
            group: whole,
          };
        }),
      ),
    ),
  );
}

function sum(scores: readonly QuotationScores[]): QuotationScores {
  return {
    gold: scores.reduce((total, { gold }) => total + gold, 0),
    found: scores.reduce((total, { found }) => total + found, 0),
    // Utterances of different events are different, whatever they are called.
    matched: scores.flatMap(({ matched }, event) =>
      matched.map(
        ([gold, found]) =>
          [
            gold.group === undefined ? gold : { ...gold, group: `${String(event)} ${gold.group}` },
            { ...found, group: `${String(event)} ${found.group}` },
          ] as const,
      ),
    ),
    missed: [],
    extra: [],
  };
}

/** Prints what went wrong, for those who work on it. */
function printErrors(event: GoldEvent, { matched, missed, extra }: QuotationScores): void {
  const at = (id: SentenceId) => `${event.name} ${event.refOf(id)}`;
  for (const { sentence, text } of missed) console.log(`${event.name} ${sentence} missed “${text}”`);
  for (const { sentenceId, whole } of extra) console.log(`${at(sentenceId)} extra “${whole}”`);
  for (const [gold, found] of matched) {
    if (sameSpeaker(gold.speaker, found.speaker)) continue;
    console.log(
      `${at(found.sentenceId)} “${found.whole.slice(0, 40)}”: ${found.speaker ?? 'nobody'} (${found.cue ?? 'no cue'}), not ${gold.speaker ?? 'nobody'} (${gold.cue ?? 'no cue'})`,
    );
  }
}

/** Direct quotations, event by event, beside a plain search for quotation marks and the nearest name. */
export async function quotationQuality(
  evalDir: string | null,
  which: WhichGold = 'ours',
): Promise<QualityTable> {
  const events = await loadEvents(evalDir, which);
  const ours = events.map((event) =>
    matchQuotations(event, quotationsOf(event.analyses, align(event.analyses))),
  );
  const plain = events.map((event) => matchQuotations(event, baseline(event.articles, event.analyses)));
  if (process.env.SYNOPTIC_ERRORS) {
    for (const [at, event] of events.entries()) {
      const scores = ours[at];
      if (scores) printErrors(event, scores);
    }
  }
  return {
    title: 'Quotations (per cent; speaker, cue, fragment and groups of those found exactly)',
    columns: ['event', 'gold', 'span F1', 'speaker', 'cue', 'fragment', 'groups F1'],
    rows: [
      ...events.map(({ name }, at) => {
        const scores = ours[at] ?? sum([]);
        return [name, scores.gold, ...cells(scores)];
      }),
      ['all', sum(ours).gold, ...cells(sum(ours))],
      ['marks and nearest name', sum(plain).gold, ...cells(sum(plain))],
    ],
  };
}
