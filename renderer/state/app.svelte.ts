import { MediaQuery } from 'svelte/reactivity';
import {
  toErrorShape,
  type AppCommand,
  type ArticleId,
  type LibraryChange,
  type SentenceId,
  type StoryId,
  type StorySummary,
} from '../../electron/api/index.ts';
import type { Host } from '../host/index.ts';
import { Announcer } from './announcer.svelte.ts';
import { Browse } from './browse.svelte.ts';
import type { Client } from './client.ts';
import { copy } from './clipboard.ts';
import { Dialogs } from './dialogs.svelte.ts';
import { Engine } from './engine.svelte.ts';
import { Exporting } from './exporting.svelte.ts';
import { Imports } from './imports.svelte.ts';
import { Library } from './library.svelte.ts';
import { browserStorage, Preferences } from './preferences.svelte.ts';
import { citedSummary } from './reading-citations.ts';
import { Reading } from './reading.svelte.ts';
import { comparable, succeeding } from './stories.ts';

/** Milliseconds between two looks at a library that is being filled. */
const BUSY = 1500;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The page's state: one object of each concern, and what happens between them. */
export class App {
  readonly host: Host;
  readonly preferences = new Preferences(browserStorage());
  readonly announcer = new Announcer();
  readonly dialogs = new Dialogs();
  readonly engine: Engine;
  readonly client: Client;
  readonly library: Library;
  readonly browse: Browse;
  readonly imports: Imports;
  readonly reading: Reading;
  readonly exporting: Exporting;

  readonly #narrow = new MediaQuery('max-width: 1199px');
  #drawerOpen = $state(false);
  #resultsOpen = $state(false);
  #searchWanted = $state(false);
  /** One change of the library after the other, so that none overtakes another. */
  #work: Promise<void> = Promise.resolve();
  /** Shown because there was no story yet, and not because it was asked for. */
  #standIn: ArticleId | null = null;
  /** Told by the engine and not followed yet. */
  #changes: LibraryChange[] = [];

  constructor(host: Host) {
    this.host = host;
    this.engine = new Engine(
      () => host.connect(),
      () => this.#inTurn(() => this.#reload()),
    );
    const { client } = this.engine;
    this.client = client;
    this.library = new Library(client);
    this.browse = new Browse(client, this.preferences.filters, (filters) =>
      this.preferences.rememberFilters(filters),
    );
    this.imports = new Imports(host, client, () => this.dialogs.show('imports'));
    this.reading = new Reading(client);
    this.exporting = new Exporting(host, client, this.reading, navigator.language);
    client.on('opened', () => this.#inTurn(() => this.#reload()));
    client.on('changed', (change) => {
      this.library.update(change.state);
      this.#changes.push(change);
      this.#inTurn(() => this.#follow());
    });
    host.onCommand((command) => this.run(command));
  }

  /** The window is too narrow for the library beside the columns: it is a drawer. */
  get isNarrow(): boolean {
    return this.#narrow.current;
  }
  get libraryShown(): boolean {
    return this.isNarrow ? this.#drawerOpen : this.preferences.libraryOpen;
  }
  /** Whether the results of a search lie over the reading area. */
  get resultsShown(): boolean {
    // Not before there is an answer: until then what is listed was not searched for.
    return (
      this.#resultsOpen && this.libraryShown && this.browse.query.trim() !== '' && this.browse.isSearching
    );
  }
  /** Whether the search field should take the focus. */
  get searchWanted(): boolean {
    return this.#searchWanted;
  }
  /** The story that is shown, where what is shown is one. */
  get storyId(): StoryId | null {
    return this.reading.storyId;
  }

  announce(message: string): void {
    this.announcer.say(message);
  }

  showLibrary(shown: boolean): void {
    if (this.isNarrow) {
      this.#drawerOpen = shown;
      // What covers the page takes the focus too.
      if (shown) this.#searchWanted = true;
    } else {
      this.preferences.setLibraryOpen(shown);
    }
  }

  toggleLibrary(): void {
    this.showLibrary(!this.libraryShown);
  }

  showResults(shown: boolean): void {
    this.#resultsOpen = shown;
  }

  focusSearch(): void {
    this.showLibrary(true);
    this.#searchWanted = true;
  }

  searchGot(): void {
    this.#searchWanted = false;
  }

  async showStory(story: StorySummary): Promise<void> {
    this.#leaveLibrary();
    await this.#show(story);
  }

  /** Opens an article in a column of what is being read. */
  async openArticle(id: ArticleId, sentenceId?: SentenceId): Promise<void> {
    this.#leaveLibrary();
    await this.reading.openArticle(id, sentenceId);
  }

  /** Shows some articles side by side, whatever story they belong to. */
  async readTogether(articleIds: readonly ArticleId[]): Promise<void> {
    this.#leaveLibrary();
    await this.reading.show({ articleIds });
  }

  exportBrief(): void {
    if (this.exporting.isPossible) this.dialogs.show('export');
  }

  /** Does what a menu, a shortcut or the palette asks. */
  run(command: AppCommand): void {
    switch (command) {
      case 'choose-library':
        void this.host.chooseLibrary();
        break;
      case 'choose-files':
        void this.imports.chooseFiles();
        break;
      case 'find':
        this.focusSearch();
        break;
      case 'palette':
        this.dialogs.show('palette');
        break;
      case 'export':
        this.exportBrief();
        break;
      case 'print':
        void this.#print();
        break;
      case 'copy-summary':
        void this.#copySummary();
        break;
      case 'toggle-library':
        this.toggleLibrary();
        break;
      case 'text-larger':
        this.preferences.stepTextSize(1);
        break;
      case 'text-smaller':
        this.preferences.stepTextSize(-1);
        break;
      case 'text-reset':
        this.preferences.stepTextSize(0);
        break;
    }
  }

  async showInFolder(id: ArticleId): Promise<void> {
    try {
      await this.host.showInFolder(id);
    } catch (thrown) {
      const { message, hint } = toErrorShape(thrown);
      this.announce(`${message} ${hint}`);
    }
  }

  async #copySummary(): Promise<void> {
    if (!this.exporting.isPossible) return;
    const copied = await copy(citedSummary(this.reading));
    this.announce(copied ? 'The summary was copied.' : 'The summary could not be copied.');
  }

  /** Prints with the options last chosen; what goes wrong is said in the export dialog. */
  async #print(): Promise<void> {
    if (!this.exporting.isPossible) return;
    await this.exporting.print();
    if (this.exporting.error) this.dialogs.show('export');
  }

  /** A drawer or results that cover the columns have done their work once something is opened. */
  #leaveLibrary(): void {
    this.#resultsOpen = false;
    this.#drawerOpen = false;
    this.#standIn = null;
  }

  #inTurn(work: () => Promise<void>): void {
    this.#work = this.#work.then(work);
  }

  async #reload(): Promise<void> {
    this.#changes = [];
    await Promise.all([this.library.load(), this.browse.refresh()]);
    await this.#settle();
  }

  /** Follows what has changed since the last time, all at once. */
  async #follow(): Promise<void> {
    if (this.#changes.length === 0) return;
    // While many files are coming in, to list them anew for each would slow them all down.
    if (this.imports.progress ?? this.library.state?.progress) await pause(BUSY);
    const changes = this.#changes;
    this.#changes = [];
    await Promise.all([this.#refreshReading(changes), this.browse.refresh()]);
    await this.#settle();
  }

  async #refreshReading(changes: readonly LibraryChange[]): Promise<void> {
    for (const change of changes) {
      await this.reading.refresh(change);
      const gone = change.removed.filter((id) => this.reading.isGone(id));
      for (const id of gone)
        this.announce(`Account ${this.reading.letterOf(id)} is no longer in the library.`);
    }
  }

  /** Shows a story where none is shown yet, and keeps the one shown up to date with its articles. */
  async #settle(): Promise<void> {
    const stories = this.browse.allStories;
    if (this.reading.articleIds.length === 0) {
      const story = stories.find(({ id }) => id === this.preferences.storyId) ?? stories[0];
      const first = this.browse.hits[0];
      if (story) await this.#show(story);
      else if (first) {
        this.#standIn = first.article.id;
        await this.reading.show({ articleIds: [this.#standIn] });
      }
      return;
    }
    const awaited = this.#awaitedStory(stories);
    if (awaited) {
      await this.#show(awaited);
      return;
    }
    const shown = this.reading.presentIds;
    if (this.storyId === null || shown.length === 0) return;
    const story = succeeding(stories, this.storyId, shown);
    if (story && !sameMembers(comparable(story.articleIds), shown)) await this.#show(story);
  }

  /** The story to take the place of an article that was shown for want of one, unless it is being read. */
  #awaitedStory(stories: readonly StorySummary[]): StorySummary | undefined {
    const id = this.#standIn;
    if (id === null || !this.reading.articleIds.includes(id)) return undefined;
    if (this.reading.selection.selected || this.reading.placeOf(id)) return undefined;
    return stories.find((story) => story.articleIds.includes(id)) ?? stories[0];
  }

  async #show({ id, title, articleIds }: StorySummary): Promise<void> {
    this.#standIn = null;
    this.preferences.rememberStory(id);
    await this.reading.show({ title, articleIds, storyId: id });
  }
}

function sameMembers(a: readonly ArticleId[], b: readonly ArticleId[]): boolean {
  const members = new Set(a);
  return a.length === b.length && b.every((id) => members.has(id));
}
