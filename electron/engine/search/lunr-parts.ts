import lunr from 'lunr';

/** A state of lunr's automata (`lunr.TokenSet`), which its type declarations do not open. */
export interface AutomatonState {
  readonly final: boolean;
  /** By UTF-16 code unit; `*` stands for any. */
  readonly edges: Readonly<Partial<Record<string, AutomatonState>>>;
}

interface LunrParts {
  readonly TokenSet: {
    fromClause(clause: { term: string; editDistance: number }): AutomatonState;
  };
}

/** The automaton that accepts what differs from a word by so many letters. */
export function automatonOf(term: string, editDistance: number): AutomatonState {
  return (lunr as unknown as LunrParts).TokenSet.fromClause({ term, editDistance });
}
