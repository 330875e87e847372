import { MediaQuery } from 'svelte/reactivity';
import {
  type AppCommand,
  type ArticleId,
  type ArticleSummary,
  type ImportOutcome,
  type LibraryChange,
  type SentenceId,
  type StoryId,
  type StorySummary,
} from '../../electron/api/index.ts';
import type { Host } from '../host/index.ts';
import { ReaderAnnotations } from './annotations.svelte.ts';
import { Announcer } from './announcer.svelte.ts';
import { runCommand } from './app-run.ts';
import { Attempts } from './attempts.svelte.ts';
import { Browse } from './browse.svelte.ts';
import type { Client } from './client.ts';
import { Dialogs } from './dialogs.svelte.ts';
import { Dwelling } from './dwelling.ts';
import { Engine } from './engine.svelte.ts';
import { Exporting } from './exporting.svelte.ts';
import { Imports } from './imports.svelte.ts';
import { Library } from './library.svelte.ts';
import { Marking } from './marking.svelte.ts';
import { Menus } from './menu.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { browserStorage, Preferences } from './preferences.svelte.ts';
import { Reading } from './reading.svelte.ts';
import { comparable, succeeding } from './stories.ts';
import { Undoing } from './undoing.svelte.ts';

/** Milliseconds between two looks at a library that is being filled. */
const BUSY = 1500;
/** The same where files change now and then: the first change is followed at once. */
const CALM = 500;
/** The same before the first look at what is being filled: a small library is read by then, and what comes up need not change at once. */
const FIRST = 300;

type Changed = Omit<LibraryChange, 'state'>;
/** Nothing of the files. */
const UNCHANGED: Changed = { added: [], changed: [], removed: [], renamed: [] };

/** The page's state: one object of each concern, and what happens between them. */
export class App {
  readonly host: Host;
  readonly preferences = new Preferences(browserStorage());
  readonly announcer = new Announcer();
  readonly attempts = new Attempts();
  readonly dialogs = new Dialogs();
  readonly menus = new Menus();
  readonly engine: Engine;
  readonly client: Client;
  readonly library: Library;
  readonly browse: Browse;
  readonly imports: Imports;
  readonly reading: Reading;
  readonly exporting: Exporting;
  readonly annotations: ReaderAnnotations;
  readonly marking: Marking;
  readonly undoing: Undoing;
  readonly notices: Notices;
  readonly dwelling: Dwelling;

  readonly #narrow = new MediaQuery('max-width: 1199px');
  #drawerOpen = $state(false);
  #resultsOpen = $state(false);
  #searchWanted = $state(false);
  /** One change of the library after the other, so that none overtakes another. */
  #work: Promise<void> = Promise.resolve();
  /** Shown because there was no story yet, and not because it was asked for. */
  #standIn: ArticleId | null = null;
  /** Told by the engine and not followed yet. */
  #changes: Changed[] = [];
  /** When the library was looked at last, in milliseconds of the page's clock. */
  #looked = -Infinity;
  /** Moved to the trash by the reader; the library may not have noticed yet, and offer them once more. */
  readonly #trashed = new Set<ArticleId>();
  /** Ends the pause between two looks. */
  #go: () => void = () => undefined;
  /** The folder of what is shown: with another one, nothing of it holds. */
  #root: string | null = null;

  constructor(host: Host) {
    this.host = host;
    this.engine = new Engine(
      () => host.connect(),
      () => this.#inTurn(() => this.#reload()),
    );
    const { client } = this.engine;
    this.client = client;
    this.library = new Library(client);
    this.notices = new Notices(() => this.library.state);
    this.undoing = new Undoing({ api: client.api, undoTrash: () => this.#undoTrash() });
    this.annotations = new ReaderAnnotations(client.api, (work) => this.undoing.follow(work));
    this.marking = new Marking(this.dialogs, this.annotations);
    this.dwelling = new Dwelling((id) => this.#noteRead(id));
    this.browse = new Browse(client, this.preferences.filters, (filters) =>
      this.preferences.rememberFilters(filters),
    );
    this.imports = new Imports(host, client, () => this.dialogs.show('imports'));
    this.reading = new Reading(client, undefined, this.annotations, (work) => this.undoing.follow(work));
    this.exporting = new Exporting(host, client, this.reading, navigator.language);
    client.on('opened', () => this.#inTurn(() => this.#reload()));
    client.on('changed', (change) => {
      const filling = this.#isFilling;
      this.library.update(change.state);
      if (filling && !this.#isFilling) this.#go();
      this.#changes.push(change);
      this.#inTurn(() => this.#follow());
    });
    client.on('annotated', (change) => {
      this.annotations.update(change);
      // What is listed, and how many there are of each, may be other than before.
      this.#changes.push(UNCHANGED);
      this.#inTurn(() => this.#follow());
    });
    client.on('undoable', (undoable) => this.undoing.tell(undoable));
    client.on('corrected', () => this.#inTurn(() => this.reading.recompare()));
    host.onCommand((command) => this.run(command));
    host.onImported((outcomes) => this.#receive(outcomes));
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

  /** Saves a picture that the page has drawn: an SVG document. */
  async savePicture(svg: string, title: string): Promise<void> {
    await this.attempts.make(async () => {
      const result = await this.host.savePicture({ title: title.slice(0, 300), svg });
      if (result.saved) this.announce(`The picture was saved${result.path ? `: ${result.path}` : ''}.`);
    });
  }

  /** What is known of an article that is read or listed. */
  summaryOf(id: ArticleId): ArticleSummary | null {
    const listed = (): ArticleSummary | undefined =>
      this.browse.hits.find((hit) => hit?.article.id === id)?.article;
    return this.reading.summaryOf(id) ?? listed() ?? null;
  }

  /** Does what a menu, a shortcut or the palette asks. */
  run(command: AppCommand): void {
    runCommand(this, command);
  }

  /** The reader moved an article's file to the trash: its column closes at once. */
  async leaveTrashed(id: ArticleId): Promise<void> {
    this.#trashed.add(id);
    this.undoing.trashed(this.reading.summaryOf(id)?.title ?? '');
    await this.reading.leaveOut(id);
    // Sooner than the watch would tell.
    await this.library.rescan();
  }

  /** Takes back what was done last. */
  async undo(): Promise<void> {
    await this.attempts.make(() => this.undoing.undo());
  }

  async #undoTrash(): Promise<boolean> {
    const back = await this.host.undoTrash();
    if (back) {
      this.#trashed.clear();
      await this.library.rescan();
    }
    return back;
  }

  #noteRead(id: ArticleId): void {
    if (!this.annotations.isRead(id) && !this.reading.isGone(id)) void this.annotations.noteRead(id);
  }

  /** One file is shown; of several it is told what became of each. */
  #receive(outcomes: readonly ImportOutcome[]): void {
    const [{ articleId } = {}, ...others] = outcomes;
    if (articleId !== undefined && others.length === 0) void this.#openReceived(articleId);
    else if (outcomes.length > 0) this.imports.receive(outcomes);
  }

  /** Opens an article that the system handed over, beside the others of its story where it has one. */
  async #openReceived(id: ArticleId): Promise<void> {
    this.dialogs.dismiss();
    // After what there is to show at the start, which would otherwise take its place.
    await this.library.load();
    this.#inTurn(async () => {
      await this.browse.refresh();
      const story = this.browse.allStories.find(({ articleIds }) => articleIds.includes(id));
      if (story && !this.reading.articleIds.includes(id)) await this.#show(story);
      await this.openArticle(id);
      this.reading.columns.enter(id);
    });
  }

  /** Leaves what was read, searched and filtered in one library for another. */
  #leaveAll(): void {
    this.#leaveLibrary();
    this.reading.clear();
    this.browse.forget();
  }

  /** A drawer or results that cover the columns have done their work once something is opened. */
  #leaveLibrary(): void {
    this.#resultsOpen = false;
    this.#drawerOpen = false;
    this.#standIn = null;
  }

  #inTurn(work: () => Promise<void>): void {
    // What comes after work that failed goes on.
    this.#work = this.#work.then(work).catch((thrown: unknown) => this.attempts.fail(thrown));
  }

  async #reload(): Promise<void> {
    this.#changes = [];
    await Promise.all([this.library.load(), this.browse.refresh(), this.annotations.load()]);
    const root = this.library.state?.root ?? this.#root;
    if (this.#root !== null && root !== this.#root) {
      this.#leaveAll();
      await this.browse.refresh();
    }
    this.#root = root;
    if (this.#isFilling) {
      await this.#lull();
      await this.browse.refresh();
    }
    await this.#settle();
  }

  /** Follows what has changed since the last time, all at once. */
  async #follow(): Promise<void> {
    if (this.#changes.length === 0) return;
    await this.#lull();
    const changes = this.#changes;
    this.#changes = [];
    this.#looked = performance.now();
    await Promise.all([this.#refreshReading(changes), this.browse.refresh()]);
    await this.#settle();
  }

  get #isFilling(): boolean {
    return (this.imports.progress ?? this.library.state?.progress) !== undefined;
  }

  /**
   * While many files are coming in, to list them anew for each would slow them all down; and what changes ten
   * times a second is not looked at as often.
   */
  async #lull(): Promise<void> {
    const calm = this.#looked + CALM - performance.now();
    const pause = !this.#isFilling ? calm : this.reading.articleIds.length > 0 ? BUSY : FIRST;
    if (pause <= 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pause);
      this.#go = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #refreshReading(changes: readonly Changed[]): Promise<void> {
    for (const change of changes) {
      await this.reading.refresh(change);
      const gone = change.removed.filter((id) => this.reading.isGone(id));
      for (const id of gone) {
        if (this.#trashed.delete(id)) await this.reading.leaveOut(id);
        else this.announce(`Account ${this.reading.letterOf(id)} is no longer in the library.`);
      }
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
