import type { ArticleId, StorySummary } from '../../electron/api/index.ts';
import { shownArticle } from './app-run.ts';
import type { App } from './app.svelte.ts';
import type { MenuItem } from './menu.svelte.ts';

/** Keys of what can be done with an article, where it has the focus in a list or is being read. */
export const ARTICLE_KEYS = { star: 'S', read: 'R', tags: 'T' } as const;

export function toggleStar(app: App, id: ArticleId): void {
  void app.annotations.star([id], !app.annotations.isStarred(id));
}

export function toggleRead(app: App, id: ArticleId): void {
  // Said by the reader: staying with it does not change it back.
  app.dwelling.settle(id);
  void app.annotations.markRead([id], !app.annotations.isRead(id));
}

/** What can be done with an article. */
export function articleItems(app: App, id: ArticleId): readonly MenuItem[] {
  const { annotations, browse } = app;
  const story = browse.allStories.find(({ articleIds }) => articleIds.includes(id));
  return [
    {
      label: annotations.isStarred(id) ? 'Take the star away' : 'Star',
      keys: ARTICLE_KEYS.star,
      run: () => toggleStar(app, id),
    },
    {
      label: annotations.isRead(id) ? 'Mark as unread' : 'Mark as read',
      keys: ARTICLE_KEYS.read,
      run: () => toggleRead(app, id),
    },
    { label: 'Tags…', keys: ARTICLE_KEYS.tags, run: () => app.marking.askTags(id) },
    ...(annotations.highlightsOf(id).length > 0
      ? [{ label: 'Its highlights and notes…', run: () => app.marking.showNotes(id) }]
      : []),
    ...(story && story.articleIds.length > 1
      ? [{ label: 'Take this article out of the story', run: () => app.marking.takeApart(id) }]
      : []),
  ];
}

/** Does what a key asks for an article in a list. False where it asks nothing. */
export function articleKey(app: App, id: ArticleId, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  const key = event.key.toUpperCase();
  if (key === ARTICLE_KEYS.star) toggleStar(app, id);
  else if (key === ARTICLE_KEYS.read) toggleRead(app, id);
  else if (key === ARTICLE_KEYS.tags) app.marking.askTags(id);
  else return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

/** What can be done with a story. */
export function storyItems(app: App, story: StorySummary): readonly MenuItem[] {
  return [
    { label: 'Open', run: () => void app.showStory(story) },
    ...(app.browse.allStories.length > 1
      ? [{ label: 'This is one story with…', run: () => app.marking.askJoin(story) }]
      : []),
  ];
}

/** What can be done with what is being read as a whole. */
export function readItems(app: App): readonly MenuItem[] {
  const story = app.browse.allStories.find(({ id }) => id === app.storyId);
  return [
    { label: 'Highlights and notes…', keys: NOTES_KEYS, run: () => app.marking.showNotes('story') },
    ...(story ? storyItems(app, story).slice(1) : []),
  ];
}

/** Shows all highlights and notes. */
export const NOTES_KEYS = 'Shift+M';

/** Does what a key asks for the article that is read. False where it asks nothing. */
export function readKey(app: App, keys: string): boolean {
  if (keys === NOTES_KEYS) {
    app.marking.showNotes('story');
    return true;
  }
  const id = shownArticle(app);
  if (id === null) return false;
  if (keys === ARTICLE_KEYS.star) toggleStar(app, id);
  else if (keys === ARTICLE_KEYS.read) toggleRead(app, id);
  else if (keys === ARTICLE_KEYS.tags) app.marking.askTags(id);
  else return false;
  return true;
}

/** What the palette and the list of keys say of marks, notes and stories. */
export function markingCommands(app: App): readonly MarkingCommand[] {
  const id = shownArticle(app);
  const items = id === null ? [] : articleItems(app, id);
  return [
    ...items.map(({ label, keys, run }, index) => ({
      id: `article-${index}`,
      label: ofThis(label),
      keys,
      run,
    })),
    {
      id: 'notes',
      label: 'Highlights and notes…',
      keys: NOTES_KEYS,
      run: () => app.marking.showNotes('story'),
    },
    { id: 'tags-all', label: 'All your tags…', run: () => app.marking.askTags(null) },
    ...readItems(app)
      .slice(1)
      .map(({ label, run }) => ({ id: 'join', label, run })),
  ];
}

interface MarkingCommand extends MenuItem {
  readonly id: string;
}

const ofThis = (label: string): string => OF_THIS[label] ?? label;
const OF_THIS: Readonly<Record<string, string>> = {
  Star: 'Star this article',
  'Take the star away': 'Take the star of this article away',
  'Mark as read': 'Mark this article as read',
  'Mark as unread': 'Mark this article as unread',
  'Tags…': 'Tags of this article…',
  'Its highlights and notes…': 'Highlights and notes of this article…',
};
