import type { AnalysedSentence, Analysis } from '../analysis.ts';
import { cueOf } from './cues.ts';
import type { NameMention } from '../names.ts';
import { findQuoted, type Quoted } from './marks.ts';

/** A word, a name, a mark of punctuation or a whole quotation, in the order of the text. */
export type Item =
  | {
      readonly type: 'word';
      readonly text: string;
      readonly lower: string;
      readonly at: number;
      readonly end: number;
    }
  | {
      readonly type: 'name';
      readonly text: string;
      readonly mention: NameMention;
      readonly possessive: boolean;
      /** Whether it names a person, as the whole article tells. */
      readonly person: boolean;
      readonly at: number;
      readonly end: number;
    }
  | { readonly type: 'mark'; readonly text: string; readonly at: number; readonly end: number }
  | {
      readonly type: 'quote';
      readonly text: string;
      readonly index: number;
      readonly at: number;
      readonly end: number;
    };

/** One sentence, or several that a quotation runs over, as items; offsets count in the unit's text. */
export interface Unit {
  readonly block: number;
  readonly text: string;
  readonly items: readonly Item[];
  readonly sentences: readonly AnalysedSentence[];
  /** Too long for a sentence: nobody is looked for who speaks in it. */
  readonly heap: boolean;
}

/** Beyond this many items a unit is a heap, not a sentence. */
export const LONGEST_UNIT = 600;

/** A quotation as it lies in the sentences. */
export interface Placed {
  /** By which a quote item names it. */
  readonly index: number;
  /** The sentences it runs over, and its place in the first of them. */
  readonly sentences: readonly AnalysedSentence[];
  readonly start: number;
  readonly end: number;
  readonly whole: string;
  /** The unit it stands in, and its item there. */
  readonly unit: number;
  readonly item: number;
}

export interface Layout {
  readonly units: readonly Unit[];
  readonly quotations: readonly Placed[];
}

interface Located {
  readonly sentence: AnalysedSentence;
  readonly block: number;
  readonly start: number;
  readonly end: number;
}

/** The blocks' texts, and where in them each sentence lies. Blocks count from 0 in the order they come. */
function layOut(analysis: Analysis): { texts: string[]; located: Located[] } {
  const texts: string[] = [];
  const located: Located[] = [];
  let block = -1;
  for (const sentence of analysis.sentences) {
    if (sentence.block !== block) {
      block = sentence.block;
      texts.push('');
    }
    const index = texts.length - 1;
    const before = texts[index] ?? '';
    const start = before ? before.length + 1 : 0;
    texts[index] = before ? `${before} ${sentence.text}` : sentence.text;
    located.push({ sentence, block: index, start, end: start + sentence.text.length });
  }
  return { texts, located };
}

/** What the whole article tells of a name. */
export interface Names {
  isPerson: (mention: NameMention) => boolean;
  /** The person whose surname a word is that was not taken for a name: "Steele", "Rice"; null where it is none. */
  bySurname: (word: string) => NameMention | null;
}

/** A stretch of one sentence that is quoted. */
interface Stretch {
  readonly quotation: number;
  readonly start: number;
  /** Behind the closing mark. */
  readonly end: number;
  /** Whether the quotation begins here. */
  readonly first: boolean;
}

const PUNCTUATION = /[,;:()?!…]|[—–_]|--|(?<=\s)-(?=\s)/g;

/** Items of the sentence outside quotations, added to `items`; places of quotations go to `places`. */
function addItems(
  items: Item[],
  sentence: AnalysedSentence,
  stretches: readonly Stretch[],
  offset: number,
  places: Map<number, number>,
  known: Names,
): void {
  const { text, tokens, names } = sentence;
  let next = 0;
  let name = 0;
  let reached = 0;
  const gap = (to: number) => {
    if (to <= reached) return;
    for (const match of text.slice(reached, to).matchAll(PUNCTUATION)) {
      const at = offset + reached + match.index;
      items.push({ type: 'mark', text: match[0], at, end: at + match[0].length });
    }
    reached = to;
  };
  const words = (to: number) => {
    for (; next < tokens.length; next++) {
      const token = tokens[next];
      if (!token || token.start >= to) break;
      if (token.start < reached) continue;
      while ((names[name]?.end ?? Infinity) <= token.start) name++;
      const mention = names[name];
      gap(token.start);
      if (mention && mention.start <= token.start && mention.end <= to) {
        const behind = text.slice(mention.end, mention.end + 2);
        const possessive =
          /['’]s$/.test(mention.text) ||
          (/^['’](s|$|\s|[^\p{L}])/u.test(behind) && (behind[1] === 's' || mention.text.endsWith('s')));
        items.push({
          type: 'name',
          text: mention.text,
          mention,
          possessive,
          person: known.isPerson(mention),
          at: offset + mention.start,
          end: offset + mention.end,
        });
        reached = Math.max(mention.end + (possessive ? 2 : 0), token.end);
        continue;
      }
      const [word = '', suffix] = token.text.split(/(?=['’]s?$)/);
      const surname = /^\p{Lu}\p{Ll}/u.test(word) ? known.bySurname(word) : null;
      const following = tokens[next + 1]?.text ?? '';
      const capitals =
        /^\p{Lu}/u.test(following) || /^\p{Lu}/u.test(next > 1 ? (tokens[next - 1]?.text ?? '') : '');
      if (surname && !capitals && (next > 0 || suffix !== undefined || cueOf(following))) {
        const possessive = suffix !== undefined;
        const [from, end] = [offset + token.start, offset + token.end];
        items.push({ type: 'name', text: word, mention: surname, possessive, person: true, at: from, end });
        reached = token.end;
        continue;
      }
      items.push({
        type: 'word',
        text: token.text,
        lower: token.text.toLowerCase().replace(/’/g, "'"),
        at: offset + token.start,
        end: offset + token.end,
      });
      reached = token.end;
    }
  };
  for (const { quotation, start, end, first } of stretches) {
    words(start);
    gap(start);
    if (first) {
      places.set(quotation, items.length);
      const text = sentence.text.slice(Math.max(0, end - 2), end - 1);
      items.push({ type: 'quote', text, index: quotation, at: offset + start, end: offset + end });
    }
    reached = Math.max(reached, end);
    while (next < tokens.length && (tokens[next]?.start ?? 0) < end) next++;
  }
  words(text.length);
  gap(text.length);
}

function trimmed(text: string, start: number, end: number): [number, number] {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}

/** The sentences in which a quotation's parts lie, and how much of each is quoted. */
function stretchesOf(quoted: readonly Quoted[], located: readonly Located[]): Map<number, Stretch[]> {
  const bySentence = new Map<number, Stretch[]>();
  let from = 0;
  quoted.forEach(({ parts, after }, quotation) => {
    let first = true;
    parts.forEach((part, partIndex) => {
      while ((located[from]?.block ?? Infinity) < part.block) from++;
      while (located[from]?.block === part.block && (located[from]?.end ?? 0) <= part.start) from++;
      for (let i = from; located[i]?.block === part.block; i++) {
        const { start, end } = located[i] ?? { start: 0, end: 0 };
        if (start >= part.end) break;
        const behind = partIndex === parts.length - 1 ? after : part.end;
        const list = bySentence.get(i) ?? [];
        list.push({
          quotation,
          start: Math.max(0, part.start - 1 - start),
          end: Math.min(end, behind) - start,
          first,
        });
        bySentence.set(i, list);
        first = false;
      }
    });
    from = Math.max(0, from - 1);
  });
  return bySentence;
}

/** Cuts an article into units around its quotations. */
export function layoutOf(analysis: Analysis, known: Names): Layout {
  const { texts, located } = layOut(analysis);
  const quoted = findQuoted(texts);
  const bySentence = stretchesOf(quoted, located);
  const units: Unit[] = [];
  const unitOf = new Map<number, number>();
  const places = new Map<number, number>();
  const sentencesOf = new Map<number, number[]>();
  for (let i = 0; i < located.length;) {
    const items: Item[] = [];
    const sentences: AnalysedSentence[] = [];
    const parts: string[] = [];
    const { block } = located[i] ?? { block: 0 };
    let length = 0;
    let heap = false;
    for (let more = true; more && i < located.length; i++) {
      const here = located[i];
      if (!here) break;
      const stretches = bySentence.get(i) ?? [];
      if (sentences.length > 0 && stretches[0]?.first !== false) {
        items.push({ type: 'mark', text: '|', at: length, end: length });
      }
      for (const { quotation } of stretches) {
        if (!unitOf.has(quotation)) unitOf.set(quotation, units.length);
        sentencesOf.set(quotation, [...(sentencesOf.get(quotation) ?? []), i]);
      }
      if (here.sentence.tokens.length > 2 * LONGEST_UNIT) heap = true;
      else addItems(items, here.sentence, stretches, length, places, known);
      sentences.push(here.sentence);
      parts.push(here.sentence.text);
      length += here.sentence.text.length + 1;
      const last = stretches.at(-1)?.quotation;
      more =
        last !== undefined &&
        (bySentence.get(i + 1) ?? []).some(({ quotation, first }) => quotation === last && !first);
    }
    heap ||= items.length > LONGEST_UNIT;
    units.push({ block, text: parts.join(' '), items, sentences, heap });
  }
  const quotations = quoted.flatMap(({ parts }, index): Placed[] => {
    const over = sentencesOf.get(index) ?? [];
    const first = located[over[0] ?? -1];
    const [head] = parts;
    if (!first) return [];
    const [start, end] = trimmed(
      first.sentence.text,
      head.start - first.start,
      Math.min(head.end, first.end) - first.start,
    );
    const whole = parts.map((part) => (texts[part.block] ?? '').slice(part.start, part.end).trim()).join(' ');
    if (end <= start || !/[\p{L}\p{N}]/u.test(whole)) return [];
    return [
      {
        index,
        sentences: over.flatMap((at) => located[at]?.sentence ?? []),
        start,
        end,
        whole,
        unit: unitOf.get(index) ?? 0,
        item: places.get(index) ?? 0,
      },
    ];
  });
  return { units, quotations };
}
