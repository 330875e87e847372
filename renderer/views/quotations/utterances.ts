import type { Comparison, Quotation } from '../../../electron/api/index.ts';
import { listed } from '../../parts/words.ts';
import type { Reading } from '../../state/reading.svelte.ts';
import type { Voice } from '../../state/reading-support.ts';
import { quotedIn, type Quoted } from './quoted.ts';

/** One utterance, in the words of the account that has most of it. */
export interface Utterance {
  readonly group: string;
  readonly shown: Quotation;
  readonly quoted: Quoted;
  readonly speakerKey: string | null;
  /** Those that quote it, in the order of the letters. */
  readonly voices: readonly Voice[];
  /** How others have it: "same words in E", "only here". */
  readonly others: string;
}

/** Somebody who is quoted. `key` is null where nobody is named. */
export interface Speaker {
  readonly key: string | null;
  readonly name: string;
  readonly count: number;
}

/** Utterances in the order of the articles and of their text, each once. */
function grouped(quotations: readonly Quotation[]): ReadonlyMap<string, readonly Quotation[]> {
  const groups = new Map<string, Quotation[]>();
  for (const quotation of quotations) {
    groups.set(quotation.group, [...(groups.get(quotation.group) ?? []), quotation]);
  }
  return groups;
}

/** The quotation that has most of an utterance; of equals the first. */
function fullest(quotations: readonly Quotation[]): Quotation | undefined {
  return quotations.reduce<Quotation | undefined>(
    (best, each) => (best && best.whole.length >= each.whole.length ? best : each),
    undefined,
  );
}

/** The speaker of an utterance: of the accounts that name somebody, the first. */
const speakerOf = (quotations: readonly Quotation[]): string | null =>
  quotations.find(({ speakerKey }) => speakerKey !== null)?.speakerKey ?? null;

/** Everybody who is quoted, the most quoted first; what nobody is named for comes last. */
export function speakersOf({ quotations }: Pick<Comparison, 'quotations'>): readonly Speaker[] {
  const counts = new Map<string | null, number>();
  for (const group of grouped(quotations).values()) {
    const key = speakerOf(group);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const speakers = [...counts].map(([key, count]) => ({ key, count, name: nameOf(key, quotations) }));
  const rank = ({ key, count }: Speaker) => (key === null ? -1 : count);
  return speakers.sort((one, other) => rank(other) - rank(one));
}

/** The fullest name that an account gives the speaker. */
function nameOf(key: string | null, quotations: readonly Quotation[]): string {
  if (key === null) return 'Not named';
  const names = quotations.filter(({ speakerKey }) => speakerKey === key).map(({ speaker }) => speaker ?? '');
  return names.reduce((best, name) => (name.length > best.length ? name : best), '');
}

/** All utterances as they are shown. */
export function utterancesOf(reading: Reading): readonly Utterance[] {
  const { quotations = [] } = reading.comparison ?? {};
  const quoting = new Set(quotations.flatMap(({ sentences }) => sentences));
  return [...grouped(quotations)].flatMap(([group, members]) => {
    const shown = fullest(members);
    if (!shown) return [];
    const voices = reading.voicesOn(shown, members).filter(({ stance }) => stance !== 'silent');
    return [
      {
        group,
        shown,
        quoted: quotedIn(shown, (id) => reading.shelf.textOf(shown.articleId, id)),
        speakerKey: speakerOf(members),
        voices,
        others: othersOf(reading, shown, members, quoting),
      },
    ];
  });
}

/** Letters and signs only: marks and spaces do not make words different. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function othersOf(
  reading: Reading,
  shown: Quotation,
  members: readonly Quotation[],
  quoting: ReadonlySet<string>,
): string {
  const letters = (ids: ReadonlySet<Quotation['articleId']>): string =>
    listed(reading.articleIds.filter((id) => ids.has(id)).map((id) => reading.letterOf(id) ?? ''));
  const elsewhere = members.filter(({ articleId }) => articleId !== shown.articleId);
  const same = new Set(
    elsewhere.filter(({ whole }) => bare(whole) === bare(shown.whole)).map(({ articleId }) => articleId),
  );
  const different = new Set(elsewhere.map(({ articleId }) => articleId).filter((id) => !same.has(id)));
  const unquoted = new Set(
    shown.sentences.flatMap((sentence) =>
      [...reading.counterpartsOf(sentence)].flatMap(([id, [best]]) =>
        best?.strength === 'full' && !same.has(id) && !different.has(id) && !quoting.has(best.sentenceId)
          ? [id]
          : [],
      ),
    ),
  );
  const told = [
    same.size > 0 ? `same words in ${letters(same)}` : null,
    different.size > 0 ? `worded differently in ${letters(different)}` : null,
    unquoted.size > 0 ? `reported by ${letters(unquoted)}, unquoted` : null,
  ].filter((part) => part !== null);
  return told.length > 0 ? told.join('; ') : 'only here';
}
