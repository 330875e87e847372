/**
 * The store's versions: the statements at index n lead from version n to n + 1. One that has been released is
 * never changed; what is to be different comes as another at the end.
 *
 * Texts are not stored: articles by their id with where they were seen last, sentences by their id.
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
];
