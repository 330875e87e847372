import * as v from 'valibot';
import type { Budget } from '../api/index.ts';
import { budget as schema } from '../api/schemas.ts';
import { UsageError, type Values } from './command.ts';

const KINDS = ['words', 'sentences', 'ratio'] as const;
const DEFAULT: Budget = { words: 100 };
const EXPECTED = {
  words: 'a whole number of words from 1 to 100000, such as 100',
  sentences: 'a whole number of sentences from 1 to 10000, such as 5',
  ratio: 'a share above 0 and up to 1, such as 0.1',
};

/** The summary's length as the options give it. At most one of them may be there. */
export function budgetOf(values: Values): Budget {
  const given = KINDS.filter((kind) => values[kind] !== undefined);
  const [kind, other] = given;
  if (kind === undefined) return DEFAULT;
  if (other !== undefined) throw new UsageError(`--${kind} and --${other} exclude each other.`);
  const text = String(values[kind]).trim();
  const result = v.safeParse(schema, { [kind]: text === '' ? NaN : Number(text) });
  if (!result.success) throw new UsageError(`--${kind} takes ${EXPECTED[kind]}.`);
  return result.output;
}
