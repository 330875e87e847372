/** A value by the place it is kept at; null where nothing is. */
type Values = ReadonlyMap<string, string | null>;

/** One request that changes values, all of them or none. */
export interface Change {
  readonly values: Values;
}

/** What the reader was told is kept, and what was asked for when the engine was killed. */
export class Ledger {
  readonly #kept = new Map<string, string>();
  readonly #underWay = new Set<Change>();
  #acknowledged = 0;

  /** Requests that were answered for. */
  get acknowledged(): number {
    return this.#acknowledged;
  }

  get(place: string): string | null {
    return this.#kept.get(place) ?? null;
  }

  places(prefix: string): string[] {
    return [...this.#kept.keys()].filter((place) => place.startsWith(prefix));
  }

  /** Whether something was asked for whose outcome is not known (yet, or for ever). */
  isOpen(prefix: string): boolean {
    return [...this.#underWay].some(({ values }) => [...values.keys()].some((at) => at.startsWith(prefix)));
  }

  /** What was there before the first request. */
  set(place: string, value: string): void {
    this.#kept.set(place, value);
  }

  begin(values: Values): Change {
    const change: Change = { values };
    this.#underWay.add(change);
    return change;
  }

  acknowledge(change: Change): void {
    this.#underWay.delete(change);
    this.#acknowledged++;
    for (const [place, value] of change.values) {
      if (value === null) this.#kept.delete(place);
      else this.#kept.set(place, value);
    }
  }

  /** Refused: nothing may have changed. */
  refuse(change: Change): void {
    this.#underWay.delete(change);
  }

  /** What is wrong with what was found after the kill; empty where all is as it must be. */
  faults(found: ReadonlyMap<string, string>): string[] {
    const faults: string[] = [];
    const open = new Set([...this.#underWay].flatMap(({ values }) => [...values.keys()]));
    for (const place of new Set([...this.#kept.keys(), ...found.keys()])) {
      if (open.has(place)) continue;
      const expected = this.get(place);
      const there = found.get(place) ?? null;
      if (expected !== there) faults.push(`${place}: acknowledged ${said(expected)}, found ${said(there)}`);
    }
    for (const { values } of this.#underWay) {
      const places = [...values];
      const before = places.every(([place]) => (found.get(place) ?? null) === this.get(place));
      const after = places.every(([place, value]) => (found.get(place) ?? null) === value);
      if (before || after) continue;
      const shown = places.slice(0, 5).map(([place, value]) => {
        return `${place}: ${said(this.get(place))} → ${said(value)}, found ${said(found.get(place) ?? null)}`;
      });
      faults.push(`half of a request of ${places.length} was kept: ${shown.join('; ')}`);
    }
    return faults;
  }
}

function said(value: string | null): string {
  return value === null ? 'nothing' : `“${value}”`;
}
