import type { ArticleId, StorySummary } from '../../electron/api/index.ts';
import type { ReaderAnnotations } from './annotations.svelte.ts';
import type { Dialogs } from './dialogs.svelte.ts';
import { comparable } from './stories.ts';

/** Whose highlights and notes are shown: of what is being read, of the library, or of one article. */
export type NotesScope = 'story' | 'library' | ArticleId;

/** What the dialogs about tags, notes and stories are about. */
export class Marking {
  readonly #dialogs: Dialogs;
  readonly #annotations: ReaderAnnotations;
  #tagging = $state.raw<ArticleId | null>(null);
  #scope = $state.raw<NotesScope>('story');
  #joining = $state.raw<StorySummary | null>(null);

  constructor(dialogs: Dialogs, annotations: ReaderAnnotations) {
    this.#dialogs = dialogs;
    this.#annotations = annotations;
  }

  /** The article whose tags are asked for; null: all tags of the library. */
  get tagging(): ArticleId | null {
    return this.#tagging;
  }
  get scope(): NotesScope {
    return this.#scope;
  }
  set scope(scope: NotesScope) {
    this.#scope = scope;
  }
  /** The story that is one with another. */
  get joining(): StorySummary | null {
    return this.#joining;
  }

  askTags(id: ArticleId | null): void {
    this.#tagging = id;
    this.#dialogs.show('tags');
  }

  showNotes(scope: NotesScope): void {
    this.#scope = scope;
    this.#dialogs.show('notes');
  }

  askJoin(story: StorySummary): void {
    this.#joining = story;
    this.#dialogs.show('join');
  }

  /** Makes two stories one. */
  async join(one: StorySummary, other: StorySummary): Promise<void> {
    this.#dialogs.close('join');
    // The first of each, where there are too many for one call: the rest follow them.
    const ids = new Set([...one.articleIds.slice(0, 1), ...other.articleIds.slice(0, 1)]);
    for (const id of [...one.articleIds, ...other.articleIds]) ids.add(id);
    await this.#annotations.correctStories({ kind: 'together', articleIds: comparable([...ids]) });
  }

  /** Makes an article a story of its own. */
  async takeApart(id: ArticleId): Promise<void> {
    await this.#annotations.correctStories({ kind: 'apart', articleIds: [id] });
  }
}
