import type { Discrepancy, DiscrepancyKind, SentenceId } from '../../../electron/api/index.ts';
import { compareArticles } from '../../../electron/engine/compare/compare.ts';
import type { QualityTable } from '../table.ts';
import { loadEvents, type GoldDiscrepancy, type GoldEvent, type WhichGold } from './gold.ts';

/** Kinds that two careful readers would call one and the same point by. */
const NEAR: readonly (readonly DiscrepancyKind[])[] = [
  ['attribution', 'participants'],
  ['title', 'attribution'],
  ['status', 'attribution'],
  ['number', 'duration', 'date'],
];

function alike(a: DiscrepancyKind, b: DiscrepancyKind): boolean {
  return a === b || NEAR.some((kinds) => kinds.includes(a) && kinds.includes(b));
}

/** For every sentence the gold aligns in full, those it is aligned with, itself included. */
function counterparts({ gold, idOf }: GoldEvent): (id: SentenceId) => readonly SentenceId[] {
  const known = new Map<SentenceId, SentenceId[]>();
  const add = (from: SentenceId, to: SentenceId) => {
    known.set(from, [...(known.get(from) ?? [from]), to]);
  };
  for (const [a, b, strength] of gold.pairs) {
    if (strength !== 'full') continue;
    add(idOf(a), idOf(b));
    add(idOf(b), idOf(a));
  }
  return (id) => known.get(id) ?? [id];
}

/** Whether a shown one is about the point of a gold one: a like kind, and two claims in different articles. */
function samePoint(
  shown: Pick<Discrepancy, 'kind' | 'readings'>,
  wanted: GoldDiscrepancy,
  event: GoldEvent,
  also: (id: SentenceId) => readonly SentenceId[],
): boolean {
  if (!alike(shown.kind, wanted.kind)) return false;
  const ids = new Set(wanted.claims.map(({ sentence }) => event.idOf(sentence)));
  const articles = new Set(
    shown.readings.flatMap(({ claims }) =>
      claims
        .filter(({ value }) => also(value.sentenceId).some((id) => ids.has(id)))
        .map(({ value }) => value.articleId),
    ),
  );
  return articles.size >= 2;
}

interface Score {
  readonly must: number;
  readonly mustFound: number;
  readonly all: number;
  readonly found: number;
  readonly shown: number;
  readonly right: number;
}

const ZERO: Score = { must: 0, mustFound: 0, all: 0, found: 0, shown: 0, right: 0 };

const percent = (part: number, whole: number) => (whole === 0 ? '–' : Math.round((100 * part) / whole));

const rowOf = (name: string, { must, mustFound, all, found, shown, right }: Score) => [
  name,
  `${mustFound} / ${must}`,
  percent(mustFound, must),
  `${right} / ${shown}`,
  percent(right, shown),
  `${found} / ${all}`,
  percent(found, all),
];

type Shown = Pick<Discrepancy, 'kind' | 'severity' | 'what' | 'readings'>;

function described({ kind, severity, what, readings }: Shown, { refOf }: GoldEvent): string {
  const claims = readings.map((reading) =>
    reading.claims.map(({ value }) => `${refOf(value.sentenceId)} ${value.text}`).join('; '),
  );
  return `${kind}, ${severity}: ${what} [${claims.join(' | ')}]`;
}

function scoreOf(event: GoldEvent): { score: Score; errors: string[] } {
  const shown = compareArticles(event.articles, event.analyses).discrepancies;
  const also = counterparts(event);
  const wanted = event.gold.discrepancies;
  const matches = (each: Shown) => wanted.filter((gold) => samePoint(each, gold, event, also));
  const found = new Set(shown.flatMap(matches));
  const right = shown.filter((each) => matches(each).length > 0);
  const must = wanted.filter(({ mustNotice }) => mustNotice);
  return {
    score: {
      must: must.length,
      mustFound: must.filter((gold) => found.has(gold)).length,
      all: wanted.length,
      found: found.size,
      shown: shown.length,
      right: right.length,
    },
    errors: [
      ...shown.map((each) => `${right.includes(each) ? 'right ' : 'FALSE '} ${described(each, event)}`),
      ...wanted
        .filter((gold) => !found.has(gold))
        .map(
          ({ mustNotice, kind, severity, what, claims }) =>
            `${mustNotice ? 'MISSED' : 'missed'} ${kind}, ${severity}: ${what} [${claims
              .map(({ sentence, value }) => `${sentence} ${value}`)
              .join(' | ')}]`,
        ),
    ],
  };
}

/**
 * Differences between accounts, against those that a reader found. A shown one is right where the gold has one
 * of a like kind that shares claims in two articles. With `--errors` on the command line every one is listed.
 * @param evalDir the evaluation texts, or null where there are none: then only our own events are measured.
 */
export async function discrepanciesQuality(
  evalDir: string | null,
  which: WhichGold = 'ours',
): Promise<QualityTable> {
  const listed = process.argv.includes('--errors');
  const rows: (string | number)[][] = [];
  let total = ZERO;
  for (const event of await loadEvents(evalDir, which)) {
    const { score, errors } = scoreOf(event);
    rows.push(rowOf(event.name, score));
    if (listed) console.log([event.name, ...errors.map((line) => `  ${line}`), ''].join('\n'));
    total = {
      must: total.must + score.must,
      mustFound: total.mustFound + score.mustFound,
      all: total.all + score.all,
      found: total.found + score.found,
      shown: total.shown + score.shown,
      right: total.right + score.right,
    };
  }
  rows.push(rowOf('all', total));
  return {
    title: 'Differences: what a reader must notice, and what is shown',
    columns: ['event', 'must-notice found', '%', 'shown that are right', '%', 'found of all', '%'],
    rows,
  };
}
