import type { AppCommand } from '../../electron/api/index.ts';
import { shownArticle } from './app-run.ts';
import { ARTICLE_KEYS, markingCommands, NOTES_KEYS } from './article-menu.ts';
import type { App } from './app.svelte.ts';
import { keysLabel } from './keys.ts';
import { readingCommands } from './reading-commands.ts';
import type { Theme } from './stored.ts';

/** Something a person can ask for in the palette. */
export interface Command {
  readonly id: string;
  /** As in "Close this column". */
  readonly label: string;
  /** As shown beside it: "Ctrl+K". */
  readonly keys?: string | undefined;
  run(): void;
}

export interface CommandGroup {
  readonly heading: string;
  readonly commands: readonly Command[];
}

/** How many stories and articles the palette offers; the search finds the rest. */
const OFFERED = 200;

/** Everything the palette offers at the moment. */
export function paletteGroups(app: App): readonly CommandGroup[] {
  return [
    { heading: 'Commands', commands: [...readingOnes(app), ...markingOnes(app), ...appOnes(app)] },
    { heading: 'Stories', commands: storyOnes(app) },
    { heading: 'Articles', commands: articleOnes(app) },
  ];
}

/** All keys and what they do, also those that have nothing to do at the moment. */
export function keyGroups(app: App): readonly CommandGroup[] {
  const mac = app.host.platform === 'mac';
  const fixed = (keys: string, label: string): Command => ({
    id: keys,
    label,
    keys,
    run: () => undefined,
  });
  const reading = readingCommands(app.reading)
    .filter(({ id, keys }) => keys !== '' && !id.startsWith('column-letter-'))
    .map(({ id, label, keys, run }) => ({ id, label, keys: readable(keys, mac), run }));
  return [
    {
      heading: 'Reading',
      commands: [...reading, fixed('A … G', 'Open that column, or go to it'), ...fixedMarks(fixed, mac)],
    },
    {
      heading: 'Anywhere',
      commands: [
        fixed(keysLabel('palette', app.host) ?? '', 'Find a command, a story or an article'),
        fixed('F6', 'To the next part of the window'),
        ...appOnes(app).filter(({ keys }) => keys !== undefined),
      ],
    },
  ];
}

/** What the keys for an article do, where one is read and in the lists. */
function fixedMarks(fixed: (keys: string, label: string) => Command, mac: boolean): readonly Command[] {
  return [
    fixed(ARTICLE_KEYS.star, 'Star this article, or take its star away'),
    fixed(ARTICLE_KEYS.read, 'Mark this article as read, or as unread'),
    fixed(ARTICLE_KEYS.tags, 'Tags of this article'),
    fixed(readable(NOTES_KEYS, mac), 'Highlights and notes'),
  ];
}

function markingOnes(app: App): readonly Command[] {
  const mac = app.host.platform === 'mac';
  return markingCommands(app).map((each) => ({
    ...each,
    id: `marking-${each.id}`,
    keys: each.keys === undefined ? undefined : readable(each.keys, mac),
  }));
}

function readingOnes({ reading, host }: App): readonly Command[] {
  return readingCommands(reading)
    .filter(({ enabled }) => enabled)
    .map(({ id, label, keys, run }) => ({
      id: `reading-${id}`,
      label,
      keys: keys === '' ? undefined : readable(keys, host.platform === 'mac'),
      run,
    }));
}

/** "Alt+ArrowLeft" → "Alt+←". */
export function readable(keys: string, mac: boolean): string {
  const signs: Readonly<Record<string, string>> = {
    ArrowLeft: '←',
    ArrowRight: '→',
    ArrowUp: '↑',
    ArrowDown: '↓',
    Escape: 'Esc',
    ...(mac ? { Alt: '⌥', Shift: '⇧' } : {}),
  };
  return keys
    .split('+')
    .map((key) => signs[key] ?? key)
    .join(mac ? '' : '+');
}

function appOnes(app: App): readonly Command[] {
  const { host, preferences, library, exporting } = app;
  const of = (command: AppCommand, label: string): Command => ({
    id: command,
    label,
    keys: keysLabel(command, host),
    run: () => app.run(command),
  });
  const theme = (name: Theme, label: string): Command => ({
    id: `theme-${name}`,
    label: `Theme: ${label}`,
    run: () => preferences.setTheme(name),
  });
  const shown = shownArticle(app) !== null;
  return [
    of('find', 'Search the library'),
    ...(library.state ? [of('choose-files', 'Add files…')] : []),
    ...(host.canChooseLibrary ? [of('choose-library', 'Open another library…')] : []),
    ...(exporting.isPossible
      ? [
          of('export', 'Export the brief…'),
          of('print', 'Print the brief…'),
          of('copy-summary', 'Copy the summary with citations'),
        ]
      : []),
    ...(shown && host.canShowInFolder ? [of('show-file', 'Show this article’s file')] : []),
    ...(shown && host.canTrash ? [of('trash', 'Move this article to the trash…')] : []),
    of('undo', 'Undo the last change'),
    of('keys', 'Show all keys'),
    of('toggle-library', app.libraryShown ? 'Hide the library' : 'Show the library'),
    ...(app.browse.isFiltering || app.browse.isSearching
      ? [{ id: 'clear', label: 'Clear the search and the filters', run: () => void app.browse.clear() }]
      : []),
    ...(library.state ? [of('rescan', 'Look through the folder again')] : []),
    of('text-larger', 'Larger text'),
    of('text-smaller', 'Smaller text'),
    of('text-reset', 'Text at its first size'),
    theme('system', 'as the system'),
    theme('light', 'light'),
    theme('dark', 'dark'),
    theme('contrast', 'high contrast'),
  ];
}

function storyOnes(app: App): readonly Command[] {
  return app.browse.allStories.slice(0, OFFERED).map((story) => ({
    id: `story-${story.id}`,
    label: story.title,
    run: () => void app.showStory(story),
  }));
}

function articleOnes(app: App): readonly Command[] {
  return app.browse.hits.slice(0, OFFERED).flatMap((hit) =>
    hit
      ? [
          {
            id: `article-${hit.article.id}`,
            label: hit.article.title,
            run: () => void app.openArticle(hit.article.id),
          },
        ]
      : [],
  );
}
