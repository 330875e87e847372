/** What a hostile input may use to show that it got through. */
export interface Probe {
  /** A word that only this case's article has: it is searched for. */
  readonly word: string;
  /** JavaScript without quotes that leaves traces of its having run. */
  readonly js: string;
  /** An address of the trap on this machine, with the case's name in it. */
  readonly url: string;
  /** An address under a name that nobody has, with the case's name in it. */
  readonly far: string;
  /** Host and port of the trap. */
  readonly trap: string;
}

/** One hostile file. */
export interface HostileCase {
  readonly id: string;
  /** What it would do if it could. */
  readonly tries: string;
  /** Its name in the library's folder, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What a reader must find in the article: nothing of it may get lost. */
  readonly shows: readonly string[];
  /** The article's title, where that is the point. */
  readonly title?: string;
  readonly word: string;
}

/** A case before it is told where its traps are. */
export type Plan = (index: number, trap: string) => HostileCase;

/** A word that no text has, in letters only, so that every tokeniser leaves it whole. */
const wordOf = (index: number): string =>
  `zorq${String.fromCharCode(97 + Math.floor(index / 26), 97 + (index % 26))}o`;

export function probeOf(id: string, index: number, trap: string): Probe {
  return {
    word: wordOf(index),
    js: `top.__pwned=/${id}/;document.title=/${id}/;alert(/${id}/)`,
    url: `http://${trap}/${id}`,
    far: `https://${id}.tracker.example/${id}`,
    trap,
  };
}

/** Sentences of an ordinary article, so that what is around the payload is read as one. */
export function prose(word: string): readonly [string, string, string] {
  return [
    `The harbour of Quillon reopened on Friday after nine days of storms, and its master, Ada ${word}, said that forty ships had waited outside.`,
    `Fishermen in the village of ${word} will be paid for the days that they missed, the ministry of the coast announced in the evening.`,
    `More than two hundred lorries stood on the northern quay since Tuesday, and the first of them crossed before noon under a clear sky.`,
  ];
}

export const titleOf = (word: string): string => `Harbour of ${word} reopens after the storms`;
