import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { transact } from '../../store/sqlite.ts';
import type { Entry } from '../entries.ts';
import type { Pending } from './pending.ts';
import { entryOf, FILE_COLUMNS, rowOf } from './rows.ts';

/** The tables of one key and one value. */
export type ValueTable = 'body' | 'sketch' | 'segment' | 'derived';

/** An open cache: what is asked of its tables. All of it throws what SQLite throws. */
export class Tables {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  entries(): Entry[] {
    const all = this.#db.prepare(`SELECT ${FILE_COLUMNS} FROM file`);
    all.setReturnArrays(true);
    // With arrays for rows, which the types do not know of.
    return (all.all() as unknown as Parameters<typeof entryOf>[0][]).map(entryOf);
  }

  value(table: ValueTable, key: string): string | Uint8Array | null {
    const value = this.#prepared(`SELECT value FROM ${table} WHERE key = ?`).get(key)?.['value'];
    return typeof value === 'string' || value instanceof Uint8Array ? value : null;
  }

  keys(table: ValueTable): string[] {
    return this.#db
      .prepare(`SELECT key FROM ${table}`)
      .all()
      .map(({ key }) => String(key));
  }

  /** All of it or nothing. */
  write(pending: Pending): void {
    transact(this.#db, () => {
      for (const [path, entry] of pending.files) {
        if (entry) this.#put(`file (${FILE_COLUMNS})`, rowOf(entry));
        else this.#prepared('DELETE FROM file WHERE path = ?').run(path);
      }
      for (const row of pending.bodies) this.#put('body (key, value)', row);
      for (const row of pending.sketches) this.#put('sketch (key, value)', row);
      for (const row of pending.derived) this.#put('derived (key, value)', row);
      for (const [name, bytes] of pending.segments) {
        if (bytes) this.#put('segment (key, value)', [name, bytes]);
        else this.#prepared('DELETE FROM segment WHERE key = ?').run(name);
      }
    });
  }

  /**
   * Removes texts and sketches of no file.
   *
   * @param sketchEnd what the keys of sketches have after those of bodies.
   */
  prune(sketchEnd: string): void {
    const used = (end: string) => `SELECT content || '${end}' FROM file WHERE content IS NOT NULL`;
    transact(this.#db, () => {
      this.#db.exec(`DELETE FROM body WHERE key NOT IN (${used('')})`);
      this.#db.exec(`DELETE FROM sketch WHERE key NOT IN (${used(sketchEnd)})`);
    });
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #put(target: string, values: readonly SQLInputValue[]): void {
    const places = values.map(() => '?').join(', ');
    this.#prepared(`INSERT OR REPLACE INTO ${target} VALUES (${places})`).run(...values);
  }

  #prepared(text: string): StatementSync {
    const statement = this.#statements.get(text) ?? this.#db.prepare(text);
    this.#statements.set(text, statement);
    return statement;
  }
}
