import { PARSER_VERSION } from '../../documents/parser-version.ts';

/** Raised with every change of the tables below. */
const FORMAT = 1;

/** A file of another version is made anew: all that it holds can be. */
export const CACHE_VERSION = FORMAT * 1000 + PARSER_VERSION;

/**
 * `file`: what is known of each path; `content` names the bytes and how they were read, as the keys of `body` and
 * `sketch` do. `segment` and `derived` are others' to fill.
 */
export const TABLES = `
CREATE TABLE IF NOT EXISTS file (
  path TEXT PRIMARY KEY,
  modified REAL, touched REAL, born REAL, size REAL, inode REAL, device REAL,
  hash TEXT,
  content TEXT,
  record TEXT,
  code TEXT,
  message TEXT,
  passing INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS body (key TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS sketch (key TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS segment (key TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS derived (key TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
`;
