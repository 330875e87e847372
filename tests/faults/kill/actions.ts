import type { Dismissal } from '../../../electron/api/index.ts';
import { placeOf } from './places.ts';
import { ask, change, type Api, type KnownArticle, type Scene } from './scene.ts';

/** Does one thing with the engine. What cannot be done just now is left out. */
export type Action = (api: Api, scene: Scene) => Promise<unknown>;

const TAGS = ['war', 'peace', 'to read', 'Überblick', 'ελπίδα', '読む'] as const;
const NOTES = ['', 'Check this.', 'Two\nlines — “quoted”', 'x'.repeat(5000)] as const;

/** Articles of which nothing of this kind is asked just now. */
function free(scene: Scene, place: (article: KnownArticle) => string, count: number): KnownArticle[] {
  const chosen = scene.random.some(scene.articles, count);
  return chosen.filter((article) => !scene.ledger.isOpen(place(article)));
}

const toggled = (scene: Scene) => scene.random.chance(0.65);

const tag: Action = async (api, scene) => {
  const name = scene.random.pick(TAGS);
  const on = toggled(scene);
  const articles = free(scene, ({ id }) => placeOf.tag(id, name), scene.random.between(1, 6));
  if (articles.length === 0) return;
  const values = new Map(articles.map(({ id }) => [placeOf.tag(id, name), on ? 'on' : null]));
  await change(scene, values, () => api.tag({ articleIds: articles.map(({ id }) => id), tag: name, on }));
};

const star: Action = async (api, scene) => {
  const starred = toggled(scene);
  const articles = free(scene, ({ id }) => placeOf.star(id), scene.random.between(1, 3));
  if (articles.length === 0) return;
  const values = new Map(articles.map(({ id }) => [placeOf.star(id), starred ? 'on' : null]));
  await change(scene, values, () => api.star({ articleIds: articles.map(({ id }) => id), starred }));
};

const markRead: Action = async (api, scene) => {
  const read = toggled(scene);
  const articles = free(scene, ({ id }) => placeOf.read(id), scene.random.between(1, 8));
  if (articles.length === 0) return;
  const values = new Map(articles.map(({ id }) => [placeOf.read(id), read ? 'on' : null]));
  await change(scene, values, () => api.markRead({ articleIds: articles.map(({ id }) => id), read }));
};

const highlight: Action = async (api, scene) => {
  const sentenceId = scene.random.pick(scene.random.pick(scene.articles).sentences);
  const place = placeOf.highlight(sentenceId);
  if (scene.ledger.isOpen(place) || scene.ledger.get(place) !== null) return;
  const note = scene.random.pick(NOTES);
  const made = await change(scene, new Map([[place, `note: ${note}`]]), () =>
    api.highlight(note === '' ? { sentenceId } : { sentenceId, note }),
  );
  if (made) scene.highlights.set(place, made.id);
};

/** A highlight of which nothing is asked just now. */
function someHighlight(scene: Scene) {
  const there = [...scene.highlights].filter(
    ([place]) => !scene.ledger.isOpen(place) && scene.ledger.get(place) !== null,
  );
  return there.length === 0 ? null : scene.random.pick(there);
}

const changeNote: Action = async (api, scene) => {
  const chosen = someHighlight(scene);
  if (!chosen) return;
  const [place, id] = chosen;
  const note = `Changed ${scene.number++}`;
  await change(scene, new Map([[place, `note: ${note}`]]), () => api.changeNote({ id, note }));
};

const removeHighlight: Action = async (api, scene) => {
  const chosen = someHighlight(scene);
  if (!chosen) return;
  const [place, id] = chosen;
  await change(scene, new Map([[place, null]]), () => api.removeHighlight({ id }));
};

const dismiss: Action = async (api, scene) => {
  const [a, b] = scene.random.some(scene.articles, 2);
  if (!a || !b) return;
  const dismissal: Dismissal = {
    kind: scene.random.pick(['number', 'date', 'status'] as const),
    sentenceIds: [scene.random.pick(a.sentences), scene.random.pick(b.sentences)],
  };
  const place = placeOf.dismissal(dismissal);
  if (scene.ledger.isOpen(place)) return;
  const answered = await change(scene, new Map([[place, 'on']]), () => api.dismiss(dismissal));
  if (!answered || scene.random.chance(0.7) || scene.ledger.isOpen(place)) return;
  await change(scene, new Map([[place, null]]), () => api.restore(dismissal));
};

const correctDate: Action = async (api, scene) => {
  const [article] = free(scene, ({ id }) => placeOf.date(id), 1);
  if (!article) return;
  const date = toggled(scene) ? `2021-0${scene.random.between(1, 9)}-1${scene.random.below(10)}` : null;
  await change(scene, new Map([[placeOf.date(article.id), date]]), () =>
    api.correctDate({ articleId: article.id, date }),
  );
};

/** Every article that has the one tag has the other instead. */
const renameTag: Action = async (api, scene) => {
  const [from, to] = scene.random.some(TAGS, 2);
  if (!from || !to || scene.ledger.isOpen('tag ')) return;
  const values = new Map<string, string | null>();
  for (const place of scene.ledger.places(placeOf.tag('', from))) {
    values.set(place, null);
    values.set(placeOf.tag(place.slice(place.lastIndexOf(' ') + 1), to), 'on');
  }
  if (values.size > 0) await change(scene, values, () => api.renameTag({ from, to }));
};

/** Tags articles and takes that back. Only of use where nobody does anything in between: see ALONE. */
const undo: Action = async (api, scene) => {
  const name = scene.random.pick(TAGS);
  const fresh = free(scene, ({ id }) => placeOf.tag(id, name), 4).filter(
    ({ id }) => scene.ledger.get(placeOf.tag(id, name)) === null,
  );
  if (fresh.length === 0) return;
  const values = new Map(fresh.map(({ id }) => [placeOf.tag(id, name), 'on']));
  const tagged = await change(scene, values, () =>
    api.tag({ articleIds: fresh.map(({ id }) => id), tag: name, on: true }),
  );
  if (!tagged) return;
  const taken = await change(scene, new Map([...values.keys()].map((place) => [place, null])), () =>
    api.undo(),
  );
  if (taken === null && !scene.ledger.isOpen('tag ')) scene.faults.push('undo took nothing back');
};

/** Only where nothing is known of those places: what is made of two notes on one sentence is another matter. */
const importAnnotations: Action = async (api, scene) => {
  const { exported } = scene;
  if (!exported) return;
  const places = [...exported.places.keys()];
  if (places.some((place) => scene.ledger.isOpen(place) || scene.ledger.get(place) !== null)) return;
  await change(scene, exported.places, () => api.importAnnotations({ json: exported.json }));
  // They have come back under names of their own.
  for (const place of places) scene.highlights.delete(place);
};

const correctStories: Action = async (api, scene) => {
  const [a, b] = scene.random.some(scene.articles, 2);
  if (!a || !b) return;
  await ask(scene, () => api.correctStories({ kind: 'together', articleIds: [a.id, b.id] }));
};

const look: Action = (api, scene) =>
  ask(scene, () =>
    api.browse({
      query: scene.random.pick(['', 'minister', '"said on"', 'tag:war', 'ferry~1', 'title:report']),
      filters: { values: {}, match: 'all' },
      offset: 0,
      limit: 20,
    }),
  );

const readOne: Action = (api, scene) =>
  ask(scene, () => api.article({ id: scene.random.pick(scene.articles).id }));

const compare: Action = (api, scene) =>
  ask(scene, () => api.compare({ articleIds: scene.random.some(scene.articles, 3).map(({ id }) => id) }));

const rescan: Action = (api, scene) => ask(scene, () => api.rescan());

const pause: Action = async (api, scene) => {
  await ask(scene, () => api.pause({ paused: true }));
  await ask(scene, () => api.pause({ paused: false }));
};

export const MARKING: readonly Action[] = [
  ...[tag, tag, tag, star, markRead, highlight, highlight, highlight],
  ...[changeNote, removeHighlight, dismiss, dismiss, correctDate, correctStories],
];
/** What must not run beside others of these. */
export const ALONE: readonly Action[] = [undo, renameTag, importAnnotations];
export const LOOKING: readonly Action[] = [look, look, readOne, readOne, compare, rescan, pause];
