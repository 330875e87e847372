import type { Notice } from '../../api/index.ts';
import type { Salvaged } from './salvage/salvage.ts';

/**
 * What the reader is to know of the file that keeps what they made. The message is for them; of the class the
 * log is told.
 */
export abstract class StoreProblem extends Error {
  abstract readonly code: 'store-damaged' | 'store-newer' | 'store-unavailable';
  abstract readonly hint: string;

  get notice(): Notice {
    return { code: this.code, message: this.message, hint: this.hint };
  }
}

/** The file was damaged: it has been set aside, and a new one made of what could be read in it. */
export class StoreDamaged extends StoreProblem {
  override readonly name = 'StoreDamaged';
  readonly code = 'store-damaged';
  readonly hint: string;
  readonly salvaged: Salvaged | null;

  /** @param aside the name that the file has now, in the same folder */
  constructor(aside: string, salvaged: Salvaged | null, options?: ErrorOptions) {
    const recovered = recoveredFrom(salvaged);
    super(
      `The file that keeps what you made was damaged. ${recovered ?? 'Nothing could be recovered from it.'} The damaged file is kept as “${aside}” in Synoptic’s data folder.`,
      options,
    );
    this.salvaged = salvaged;
    this.hint = recovered
      ? 'See whether your tags, highlights and notes are as you left them, and keep the damaged file until then.'
      : 'If you have exported your highlights, notes and tags, import them again.';
  }
}

/** "12 highlights and 3 tags were recovered."; null where nothing was. */
function recoveredFrom(salvaged: Salvaged | null): string | null {
  if (!salvaged) return null;
  const { highlights, tags, stars, reads, corrections, stories, older } = salvaged;
  const counted: (readonly [number, string, string])[] = [
    [highlights, 'highlight', 'highlights'],
    [tags, 'tag', 'tags'],
    [stars, 'star', 'stars'],
    [reads, 'read mark', 'read marks'],
    [older ? 0 : corrections, 'dismissal or date', 'dismissals and dates'],
    [stories, 'correction of a story', 'corrections of stories'],
  ];
  const parts = counted.flatMap(([count, one, many]) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`],
  );
  const total = counted.reduce((sum, [count]) => sum + count, 0);
  const sentence =
    parts.length === 0 ? [] : [`${LIST.format(parts)} ${total === 1 ? 'was' : 'were'} recovered.`];
  const copied = older
    ? [
        `${corrections} ${corrections === 1 ? 'dismissal or date comes' : 'dismissals and dates come'} from an older copy.`,
      ]
    : [];
  return [...sentence, ...copied].join(' ') || null;
}

const LIST = new Intl.ListFormat('en-GB');

/** The file, or its folder, cannot be written to. */
export class StoreReadOnly extends StoreProblem {
  override readonly name = 'StoreReadOnly';
  readonly code = 'store-unavailable';
  readonly hint = 'See whether Synoptic’s data folder can be written to, and start Synoptic again.';
  constructor(options?: ErrorOptions) {
    super(
      'The file that keeps what you made can be read, but not written to. What you change now holds until Synoptic ends.',
      options,
    );
  }
}

/** The file can be read, but nothing can be written beside it, for want of room. */
export class StoreFull extends StoreProblem {
  override readonly name = 'StoreFull';
  readonly code = 'store-unavailable';
  readonly hint = 'Make room on the disk with Synoptic’s data folder; then what you change is kept again.';
  constructor(options?: ErrorOptions) {
    super(
      'The file that keeps what you made can be read, but nothing can be added to it: the disk may be full.',
      options,
    );
  }
}

/** The file is of a newer version: it is read as far as it is understood, and left alone. */
export class StoreNewer extends StoreProblem {
  override readonly name = 'StoreNewer';
  readonly code = 'store-newer';
  readonly hint = 'Use the newer version of Synoptic.';
  constructor() {
    super(
      'What you made was kept by a newer version of Synoptic. This one leaves its file alone: what you change now holds until Synoptic ends.',
    );
  }
}

/** The file cannot be used, for a reason that may pass. */
export class StoreUnavailable extends StoreProblem {
  override readonly name = 'StoreUnavailable';
  readonly code = 'store-unavailable';
  readonly hint = 'See whether Synoptic’s data folder can be read and written to, and start Synoptic again.';
  constructor(options?: ErrorOptions) {
    super(
      'The file that keeps what you made cannot be used. What you change now holds until Synoptic ends.',
      options,
    );
  }
}
