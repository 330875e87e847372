import type { QueryProblem } from '../../api/index.ts';
import type { Field } from './fields.ts';
import { scan, type Fault } from './query-scan.ts';

export type Presence = 'plain' | 'required' | 'prohibited';

/** One thing a query looks for. */
export type Atom = {
  readonly presence: Presence;
  /** Null looks everywhere. */
  readonly field: Field | null;
  readonly boost: number;
} & (
  | {
      readonly kind: 'word';
      readonly form: string;
      /** Letters that may differ, 0 to 2. */
      readonly editDistance: number;
      /** The word is still being typed: words that begin with it are meant, too. */
      readonly open: boolean;
      /** Whether it only carries grammar, so that a document may well do without it. */
      readonly minor: boolean;
    }
  /** A word of which a part is left open by `*`. */
  | { readonly kind: 'pattern'; readonly pattern: string }
  | { readonly kind: 'phrase'; readonly forms: readonly string[] }
);

export interface ParsedQuery {
  readonly atoms: readonly Atom[];
  readonly problem?: QueryProblem;
}

function mended(query: string, { repair }: Fault): string | undefined {
  if (!repair) return undefined;
  return (query.slice(0, repair.from) + repair.by + query.slice(repair.to)).replace(/\s+/g, ' ').trim();
}

/** The query with its faults mended one after another, if that comes to an end and leaves something. */
function suggestionFor(query: string, fault: Fault): string | undefined {
  let next = mended(query, fault);
  for (let tries = 0; next && tries < 20; tries++) {
    const again = scan(next, false).faults[0];
    if (!again) return next;
    next = mended(next, again);
  }
  return undefined;
}

/**
 * Reads a query in lunr's language: `word`, `title:word`, `+word`, `-word`, `wor*`, `word~1`, `word^2`, a
 * backslash before a character that is meant as such; and `"some words"` for words in this order. Never throws:
 * what cannot be read is left out and told as a problem.
 *
 * @param typing whether the last word may still be unfinished.
 */
export function parseQuery(query: string, typing = false): ParsedQuery {
  const { atoms, faults, used } = scan(query, typing);
  const fault = faults[0];
  if (!fault) return { atoms };
  const suggestion = suggestionFor(query, fault);
  const problem: QueryProblem = {
    message: fault.message,
    start: fault.start,
    end: fault.end,
    used: used.join(' '),
    ...(suggestion ? { suggestion } : {}),
  };
  return { atoms, problem };
}
