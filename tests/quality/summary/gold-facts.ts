import type { SentenceId } from '../../../electron/api/index.ts';
import type { GoldEvent, Ref } from '../compare/gold.ts';

/** What a reader found about who tells what in one event. */
export interface GoldFacts {
  /** Index of the account of each article, by its letter. */
  accountOf(ref: Ref): number;
  /** How many accounts report the fact of a sentence, over all full pairs that lead to it. */
  independent(id: SentenceId): number;
  /** Whether two sentences report one fact. */
  same(a: SentenceId, b: SentenceId): boolean;
  /** How far another account reports a sentence. */
  elsewhere(id: SentenceId): 'full' | 'partial' | 'not';
}

export function goldFacts({ gold, refOf }: GoldEvent): GoldFacts {
  const accounts = new Map(gold.accounts.flatMap((letters, index) => letters.map((each) => [each, index])));
  const accountOf = (ref: Ref) => accounts.get(/^\p{L}+/u.exec(ref)?.[0] ?? '') ?? -1;
  const parent = new Map<Ref, Ref>();
  const find = (ref: Ref): Ref => {
    const up = parent.get(ref);
    return up === undefined ? ref : find(up);
  };
  const refs = new Set<Ref>();
  const told = new Map<Ref, 'full' | 'partial'>();
  for (const [a, b, strength] of gold.pairs) {
    for (const ref of [a, b]) {
      refs.add(ref);
      if (accountOf(a) !== accountOf(b) && told.get(ref) !== 'full') told.set(ref, strength);
    }
    if (strength === 'full' && find(a) !== find(b)) parent.set(find(a), find(b));
  }
  const reporting = new Map<Ref, Set<number>>();
  for (const ref of refs) {
    const root = find(ref);
    reporting.set(root, (reporting.get(root) ?? new Set()).add(accountOf(ref)));
  }
  return {
    accountOf,
    independent: (id) => reporting.get(find(refOf(id)))?.size ?? 1,
    same: (a, b) => find(refOf(a)) === find(refOf(b)),
    elsewhere: (id) => told.get(refOf(id)) ?? 'not',
  };
}
