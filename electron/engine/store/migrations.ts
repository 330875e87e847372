/** In the head of the file, by which it is known as Synoptic's: "Syno". Files of the first version have none. */
export const APPLICATION = 0x53796e6f;

/**
 * The store's versions: the statements at index n lead from version n to n + 1. One that has been released is
 * never changed; what is to be different comes as another at the end.
 *
 * Of texts only what the reader marked is stored: articles by their id with where they were seen last, sentences by
 * their id. A table's name, the order of its columns and what they hold tell its rows apart where a damaged file has
 * lost its list of tables (`salvage/tables.ts`).
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE library (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE, -- the folder, as a real path
    inode TEXT -- of the folder, so that it is known again under another name; null where it has none
  ) STRICT;

  -- Articles that something is kept of, so that they are known again under another name.
  CREATE TABLE article (
    library INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
    id TEXT NOT NULL,
    path TEXT NOT NULL, -- below the library, forward slashes
    content_hash TEXT NOT NULL, -- SHA-256 of its bytes, in hex
    PRIMARY KEY (library, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE corrected_date (
    library INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
    article TEXT NOT NULL,
    date TEXT NOT NULL, -- ISO 8601 calendar date
    made_at TEXT NOT NULL, -- ISO 8601, UTC
    PRIMARY KEY (library, article)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE dismissal (
    id INTEGER PRIMARY KEY,
    library INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
    kind TEXT NOT NULL, -- of the discrepancy
    made_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX dismissal_of_library ON dismissal (library);

  CREATE TABLE dismissed_sentence (
    dismissal INTEGER NOT NULL REFERENCES dismissal ON DELETE CASCADE,
    position INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    span_start INTEGER, -- of the words in dispute, as UTF-16 offsets; null where any are meant
    span_end INTEGER,
    PRIMARY KEY (dismissal, position)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  PRAGMA application_id = 0x53796e6f;

  -- Articles that the reader has said something of. Every table from here on has rows by number: those of a damaged
  -- page do not take others with them.
  CREATE TABLE annotated (
    row INTEGER PRIMARY KEY,
    library INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
    article TEXT NOT NULL,
    starred INTEGER NOT NULL, -- 0 or 1, as the next
    read INTEGER NOT NULL,
    path TEXT NOT NULL, -- as last seen, as the next: below the library, forward slashes
    title TEXT NOT NULL,
    content_hash TEXT NOT NULL, -- of the text in which its highlights were found
    parser TEXT NOT NULL, -- what cut that text into sentences
    UNIQUE (library, article)
  ) STRICT;

  CREATE TABLE tagged (
    row INTEGER PRIMARY KEY,
    library INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
    article TEXT NOT NULL,
    key TEXT NOT NULL, -- the same for two spellings of a tag
    tag TEXT NOT NULL,
    UNIQUE (library, article, key)
  ) STRICT;

  CREATE TABLE highlight (
    row INTEGER PRIMARY KEY,
    library INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
    article TEXT NOT NULL,
    id TEXT NOT NULL UNIQUE,
    sentence TEXT, -- null while the text does not have it
    position INTEGER NOT NULL, -- of the sentence in its article, as last seen
    made_at TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL,
    suffix TEXT NOT NULL,
    former TEXT, -- the words that were marked, where the file has others now
    note TEXT NOT NULL
  ) STRICT;
  CREATE INDEX highlight_of_article ON highlight (library, article);

  CREATE TABLE story_correction (
    row INTEGER PRIMARY KEY,
    library INTEGER NOT NULL REFERENCES library ON DELETE CASCADE,
    kind TEXT NOT NULL, -- "together" or "apart"
    articles TEXT NOT NULL -- JSON: a list of article ids
  ) STRICT;
  CREATE INDEX story_correction_of_library ON story_correction (library);
  `,
];
