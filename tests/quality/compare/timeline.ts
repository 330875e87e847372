import { casual } from 'chrono-node/en';
import type { Dating, SentenceId, TimelineEntry } from '../../../electron/api/index.ts';
import { align } from '../../../electron/engine/compare/align.ts';
import { dateArticles } from '../../../electron/engine/compare/datings.ts';
import { timelineOf } from '../../../electron/engine/compare/timeline.ts';
import type { QualityTable } from '../table.ts';
import { loadEvents, type GoldDate, type GoldEvent, type WhichGold } from './gold.ts';

interface Place {
  readonly sentenceId: SentenceId;
  readonly start: number;
  readonly end: number;
}

interface Dated extends Place {
  readonly date: string;
  readonly last: string | null;
  readonly group: string;
}

interface Score {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  readonly spurious: number;
  readonly articles: number;
  /** Pairs of gold entries that are one event, those that came out as one, and those of them that are right. */
  readonly pairs: { readonly gold: number; readonly made: number; readonly right: number };
}

const NOTHING: Score = {
  gold: 0,
  found: 0,
  right: 0,
  spurious: 0,
  articles: 0,
  pairs: { gold: 0, made: 0, right: 0 },
};

function placeOf({ idOf, analyses }: GoldEvent, { sentence, expression }: GoldDate): Place {
  const sentenceId = idOf(sentence);
  const text = analyses.flatMap(({ sentences }) => sentences).find(({ id }) => id === sentenceId)?.text ?? '';
  const at = text.indexOf(expression);
  if (at < 0) throw new Error(`${sentence} does not hold “${expression}”.`);
  return { sentenceId, start: at, end: at + expression.length };
}

const overlap = (a: Place, b: Place): boolean =>
  a.sentenceId === b.sentenceId && a.start < b.end && b.start < a.end;

/** To the gold's precision: "2018-05-12" agrees with "2018-05". */
const agrees = (date: string, gold: string): boolean => date.startsWith(gold);

function score(event: GoldEvent, made: readonly Dated[]): Score {
  const gold = event.gold.timeline.map((entry) => ({ entry, place: placeOf(event, entry) }));
  const met = gold.map(({ entry, place }) => {
    const there = made.filter((one) => overlap(one, place));
    const exact = there.find(
      ({ date, last }) =>
        agrees(date, entry.date) && (entry.end === undefined || agrees(last ?? '', entry.end)),
    );
    return { entry, hit: exact ?? there[0], right: exact !== undefined };
  });
  const pairs = { gold: 0, made: 0, right: 0 };
  const found = met.filter(({ hit }) => hit);
  for (const [index, a] of found.entries()) {
    for (const b of found.slice(index + 1)) {
      const wanted = a.entry.group !== undefined && a.entry.group === b.entry.group;
      const together = a.hit?.group === b.hit?.group;
      pairs.gold += Number(wanted);
      pairs.made += Number(together);
      pairs.right += Number(wanted && together);
    }
  }
  return {
    gold: gold.length,
    found: found.length,
    right: met.filter(({ right }) => right).length,
    spurious: made.filter((one) => !gold.some(({ place }) => overlap(one, place))).length,
    articles: event.articles.length,
    pairs,
  };
}

function add(a: Score, b: Score): Score {
  const pairs = {
    gold: a.pairs.gold + b.pairs.gold,
    made: a.pairs.made + b.pairs.made,
    right: a.pairs.right + b.pairs.right,
  };
  return {
    gold: a.gold + b.gold,
    found: a.found + b.found,
    right: a.right + b.right,
    spurious: a.spurious + b.spurious,
    articles: a.articles + b.articles,
    pairs,
  };
}

const fromEntry = ({ sentenceId, expression, date, end, group }: TimelineEntry): Dated => ({
  sentenceId,
  start: expression.start,
  end: expression.end,
  date,
  last: end,
  group,
});

/** What chrono-node alone finds, against the date of the article. */
function baseline(event: GoldEvent, datings: readonly Dating[]): Dated[] {
  return event.analyses.flatMap((analysis, index) => {
    const date = datings[index]?.date;
    if (!date) return [];
    const reference = { instant: new Date(`${date}T12:00:00Z`), timezone: 0 };
    return analysis.sentences
      .filter(({ position }) => position >= 0)
      .flatMap(({ id, text }) =>
        casual
          .parse(text, reference)
          .filter(({ start }) =>
            ['day', 'weekday', 'month', 'year'].some((part) => start.isCertain(part as 'day')),
          )
          .map((result, at): Dated => {
            const day = (part: typeof result.start) => part.date().toISOString().slice(0, 10);
            const precise = result.start.isCertain('day') || result.start.isCertain('weekday');
            return {
              sentenceId: id,
              start: result.index,
              end: result.index + result.text.length,
              date: precise ? day(result.start) : day(result.start).slice(0, 7),
              last: result.end ? day(result.end) : null,
              group: `${id} ${at}`,
            };
          }),
      );
  });
}

function givenDates({ articles, gold, letters }: GoldEvent): Dating[] {
  return articles.map(({ id }, index) => ({
    articleId: id,
    date: gold.dates[letters[index] ?? ''] ?? null,
    origin: 'corrected',
    reason: '',
  }));
}

const share = (part: number, whole: number): string => (whole > 0 ? (part / whole).toFixed(2) : '–');

function cells(result: Score): (string | number)[] {
  return [
    share(result.found, result.gold),
    share(result.right, result.found),
    (result.spurious / (result.articles || 1)).toFixed(1),
  ];
}

/**
 * Dated events: how many of the reader's are found, how many of those have the right date, to the gold's precision,
 * and how many others are shown per article. Once with the article's dates as a reader knows them, once with those
 * that are inferred from the texts alone, and beside chrono-node alone with the dates given.
 *
 * @param evalDir the evaluation texts, or null where there are none: then only our own events are measured.
 */
export async function timelineQuality(
  evalDir: string | null,
  which: WhichGold = 'ours',
): Promise<QualityTable> {
  const events = await loadEvents(evalDir, which);
  let [given, own, alone] = [NOTHING, NOTHING, NOTHING];
  let [right, inferred, wrong] = [0, 0, 0];
  const rows = events.map((event): (string | number)[] => {
    const { analyses, articles, gold, letters } = event;
    const alignment = align(analyses);
    const known = givenDates(event);
    const found = dateArticles(articles, analyses, new Map());
    const scores = {
      given: score(event, timelineOf(analyses, known, alignment).map(fromEntry)),
      own: score(event, timelineOf(analyses, found, alignment).map(fromEntry)),
      alone: score(event, baseline(event, known)),
    };
    const rights = found.filter(
      ({ date }, index) => date !== null && date === gold.dates[letters[index] ?? ''],
    ).length;
    const dated = found.filter(({ date }) => date !== null).length;
    given = add(given, scores.given);
    own = add(own, scores.own);
    alone = add(alone, scores.alone);
    right += rights;
    inferred += articles.length;
    wrong += dated - rights;
    return [
      event.name,
      scores.given.gold,
      ...cells(scores.given),
      `${share(scores.given.pairs.right, scores.given.pairs.made)}/${share(scores.given.pairs.right, scores.given.pairs.gold)}`,
      `${rights}/${articles.length}${dated > rights ? ` (${dated - rights} wrong)` : ''}`,
      ...cells(scores.own).slice(0, 2),
      ...cells(scores.alone),
    ];
  });
  const all = [
    'all',
    given.gold,
    ...cells(given),
    `${share(given.pairs.right, given.pairs.made)}/${share(given.pairs.right, given.pairs.gold)}`,
    `${right}/${inferred}${wrong > 0 ? ` (${wrong} wrong)` : ''}`,
    ...cells(own).slice(0, 2),
    ...cells(alone),
  ];
  return {
    title: 'Timeline: dated events',
    columns: [
      'event',
      'gold',
      'found',
      'right',
      'others/article',
      'groups P/R',
      'articles dated',
      'found undated',
      'right undated',
      'chrono found',
      'chrono right',
      'chrono others',
    ],
    rows: [...rows, all],
    note: 'found: of the gold; right: of those found, with the article’s date given. undated: with the dates as inferred from the texts. Groups: pairs of entries told as one event.',
  };
}
