import type { Article, ArticleId } from '../../../../electron/api/index.ts';
import { encodeSketch, type ArticleSketch } from '../../../../electron/engine/derived/sketch.ts';
import type { SketchedArticle } from '../../../../electron/engine/derived.ts';
import cases from '../../../quality/cases/stories.json' with { type: 'json' };
import { article } from '../articles.ts';

/** Invented events, each told by several. */
export function eventArticles(): Article[] {
  return cases.events.flatMap(({ event, accounts }) =>
    accounts.map(({ title, text }, i) =>
      article(`${event}/${String(i)}.txt`, text.split(/(?<=\.) /), { title, titleOrigin: 'heading' }),
    ),
  );
}

/** Sketches of as many articles as wanted, three to an event, with words that are the event's own and common ones. */
export function largeLibrary(count: number): {
  list: SketchedArticle[];
  events: ReadonlyMap<ArticleId, number>;
} {
  const events = new Map<ArticleId, number>();
  const list = Array.from({ length: count }, (_, i) => {
    const event = Math.floor(i / 3);
    const own = Array.from({ length: 12 }, (_each, k) => `event${String(event)}word${String(k)}`);
    const common = Array.from({ length: 30 }, (_each, k) => `common${String((i * 7 + k * 13) % 200)}`);
    const stems = [...own, ...new Set(common)];
    const topic = `common${String(i % 5)}`;
    const sketch: ArticleSketch = {
      terms: { stems: [...new Set([...stems, topic, 'levi'])], counts: stems.map(() => 1000) },
      phrases: [{ stems: [topic, 'levi'], count: 2, forms: [[`${topic} levy`, 2]] }],
      names: { uses: [], explained: [] },
      opening: { title: `Title ${String(i)}`, made: false, titleStems: own, lead: new Set(own), phrases: [] },
    };
    const id = `id${String(i).padStart(8, '0')}` as ArticleId;
    events.set(id, event);
    return { id, sketch: encodeSketch(sketch) };
  });
  return { list, events };
}
