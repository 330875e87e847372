import { PANELS, type PanelName } from './reading-panels.svelte.ts';
import { step, stepAcross } from './reading-steps.ts';
import type { Reading } from './reading.svelte.ts';

/** Something the reader may do in the reading area. */
export interface ReadingCommand {
  readonly id: string;
  readonly label: string;
  /** As in `aria-keyshortcuts`: "Shift+N", "Alt+ArrowLeft". Empty where no key does it. */
  readonly keys: string;
  readonly enabled: boolean;
  run(): void;
}

/** Letters beyond G have other meanings as keys. */
const KEYED_LETTERS = 'ABCDEFG';

function columnCommands(reading: Reading): ReadingCommand[] {
  return reading.articleIds.map((id) => {
    const letter = reading.letterOf(id) ?? '';
    const open = reading.columns.unfolded.includes(id);
    const title = reading.summaryOf(id)?.title ?? '';
    return {
      id: `column-letter-${letter}`,
      label: `${open ? 'Go to' : 'Open'} column ${letter}: ${title}`,
      keys: KEYED_LETTERS.includes(letter) ? letter : '',
      enabled: true,
      run: () => reading.columns.enter(id),
    };
  });
}

/** The panels' names, as on their tabs. */
export const PANEL_NAMES: Readonly<Record<PanelName, string>> = {
  summary: 'Summary',
  differences: 'Differences',
  quotations: 'Quotations',
  timeline: 'Timeline',
  facts: 'Who reports what',
};

function panelCommands(reading: Reading): ReadingCommand[] {
  return PANELS.map((panel, index) => ({
    id: `panel-${panel}`,
    label: `Show: ${PANEL_NAMES[panel]}`,
    keys: String(index + 1),
    enabled: reading.articleIds.length > 0,
    run: () => reading.panels.enter(panel),
  }));
}

/** What can be done now, with its keys, for the palette and for the keyboard itself. */
export function readingCommands(reading: Reading): readonly ReadingCommand[] {
  const { columns, selection, story } = reading;
  const { active } = columns;
  const some = active !== null;
  const selected = selection.selected !== null;
  const command = (id: string, label: string, keys: string, enabled: boolean, run: () => void) => ({
    id,
    label,
    keys,
    enabled,
    run,
  });
  const onActive = (act: (id: NonNullable<typeof active>) => void) => () => {
    if (active) act(active);
  };
  return [
    command('sentence-next', 'Next sentence', 'ArrowDown', some, () => step(reading, 1, 'every')),
    command('sentence-previous', 'Previous sentence', 'ArrowUp', some, () => step(reading, -1, 'every')),
    command('counterpart-left', 'The same in the column to the left', 'ArrowLeft', selected, () =>
      stepAcross(reading, -1),
    ),
    command('counterpart-right', 'The same in the column to the right', 'ArrowRight', selected, () =>
      stepAcross(reading, 1),
    ),
    command('level', 'Level columns with the selected sentence', 'L', selected, () => selection.level()),
    command('clear', 'Clear the selection', 'Escape', selected, () => {
      if (reading.reasons.shown) reading.reasons.shown = false;
      else if (reading.notes.isOpen) reading.notes.close();
      else selection.clear();
    }),
    command('unique-next', 'Next sentence only this account has', 'N', some, () =>
      step(reading, 1, 'unique'),
    ),
    command('unique-previous', 'Previous sentence only this account has', 'Shift+N', some, () =>
      step(reading, -1, 'unique'),
    ),
    command('shared-next', 'Next sentence others report too', 'J', some, () => step(reading, 1, 'shared')),
    command('shared-previous', 'Previous sentence others report too', 'K', some, () =>
      step(reading, -1, 'shared'),
    ),
    command('disputed-next', 'Next sentence on which accounts differ', 'V', some, () =>
      step(reading, 1, 'disputed'),
    ),
    command('disputed-previous', 'Previous sentence on which accounts differ', 'Shift+V', some, () =>
      step(reading, -1, 'disputed'),
    ),
    command('why', 'Why these sentences count as the same', 'W', selected, () => {
      reading.reasons.shown = !reading.reasons.shown;
    }),
    command(
      'highlight',
      reading.notes.highlight ? 'Take this highlight away' : 'Highlight this sentence',
      'H',
      selected,
      () => void reading.notes.toggle(),
    ),
    command('note', 'Write a note on this sentence', 'M', selected, () => reading.notes.open()),
    command('lines', reading.lines ? 'Hide the underlines' : 'Show the underlines', 'U', some, () =>
      reading.toggleLines(),
    ),
    command(
      'column-close',
      'Close this column',
      'X',
      columns.open.length > 1,
      onActive((id) => reading.close(id)),
    ),
    command(
      'column-left',
      'Move column left',
      'Alt+ArrowLeft',
      some,
      onActive((id) => columns.move(id, -1)),
    ),
    command(
      'column-right',
      'Move column right',
      'Alt+ArrowRight',
      some,
      onActive((id) => columns.move(id, 1)),
    ),
    command('columns-equal', 'Make columns equal', '=', columns.unfolded.length > 1, () =>
      columns.equalise(),
    ),
    command('summary-shorter', 'Shorter summary', '[', some, () => story.lengthen(-1)),
    command('summary-longer', 'Longer summary', ']', some, () => story.lengthen(1)),
    ...panelCommands(reading),
    ...columnCommands(reading),
  ];
}

type Key = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** A key press in the words of `keys`; empty where a modifier makes it somebody else's. */
export function keysOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Key): string {
  if (ctrlKey || metaKey) return '';
  const letter = /^\p{L}$/u.test(key);
  // Shift is part of the character itself for signs: "=" may need it.
  const shift = shiftKey && (letter || key.length > 1);
  return `${altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${letter ? key.toUpperCase() : key}`;
}
