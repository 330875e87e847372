import type { ArticleId, StorySummary } from '../../electron/api/index.ts';
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
