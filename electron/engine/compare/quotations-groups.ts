import type { Alignment } from '../../api/index.ts';
import { contentStems } from '../language/analysis.ts';
import type { ArticleQuotation } from '../language/quotations.ts';

export interface Keyed {
  readonly quotation: ArticleQuotation;
  readonly speakerKey: string | null;
  readonly language: string;
}

/** Share of the weight of the shorter one's words that both must have: of one speaker, and in aligned sentences. */
const SAME_SPEAKER = 0.6;
const ALIGNED = 0.4;
/** Of speakers who are not known to be one. */
const ANY_SPEAKER = 0.85;
/** Words in common below which only the very same words are one utterance. */
const ENOUGH = 2;

interface Words {
  readonly stems: ReadonlySet<string>;
  readonly folded: string;
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function wordsOf({ quotation, language }: Keyed): Words {
  return { stems: new Set(contentStems(quotation.whole, language)), folded: fold(quotation.whole) };
}

class Union {
  private readonly parent: number[];
  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }
  find(i: number): number {
    let root = i;
    while ((this.parent[root] ?? root) !== root) root = this.parent[root] ?? root;
    this.parent[i] = root;
    return root;
  }
  join(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)];
    this.parent[Math.max(x, y)] = Math.min(x, y);
  }
}

/**
 * For each quotation the name of its utterance, the same for all quotations of it, also where they are worded
 * differently: most of the rarer words of the shorter one are in the longer one too, the less of them the surer
 * it is that one person speaks and that the sentences report the same fact.
 */
export function utterances(keyed: readonly Keyed[], alignment: Alignment): string[] {
  const words = keyed.map(wordsOf);
  const frequency = new Map<string, number>();
  for (const { stems } of words)
    for (const stem of stems) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  const idf = (stem: string) => Math.log(1 + (keyed.length + 1) / ((frequency.get(stem) ?? 0) + 0.5));
  const weight = words.map(({ stems }) => [...stems].reduce((sum, stem) => sum + idf(stem), 0));
  const aligned = new Set(alignment.pairs.flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]));
  const areAligned = (a: ArticleQuotation, b: ArticleQuotation) =>
    a.sentences.some((x) => b.sentences.some((y) => aligned.has(`${x} ${y}`)));

  const isOne = (a: number, b: number): boolean => {
    const [one, two, wordsA, wordsB] = [keyed[a], keyed[b], words[a], words[b]];
    if (!one || !two || !wordsA || !wordsB) return false;
    const within = one.quotation.articleId === two.quotation.articleId;
    const sameSpeaker = one.speakerKey !== null && one.speakerKey === two.speakerKey;
    if (wordsA.folded === wordsB.folded) return sameSpeaker || wordsA.stems.size >= 3 || !within;
    const shared = [...wordsA.stems].filter((stem) => wordsB.stems.has(stem));
    const smaller = Math.min(weight[a] ?? 0, weight[b] ?? 0);
    if (smaller === 0) return false;
    const share = shared.reduce((sum, stem) => sum + idf(stem), 0) / smaller;
    const together = areAligned(one.quotation, two.quotation);
    if (shared.length < ENOUGH) {
      return (
        share > 0.99 &&
        (sameSpeaker || together) &&
        Math.min(wordsA.stems.size, wordsB.stems.size) === shared.length &&
        (together || !within)
      );
    }
    const wanted = sameSpeaker ? (together ? ALIGNED : SAME_SPEAKER) : together ? SAME_SPEAKER : ANY_SPEAKER;
    return share >= wanted && (sameSpeaker || together || shared.length > 3);
  };

  const union = new Union(keyed.length);
  const byStem = new Map<string, number[]>();
  const common = Math.max(12, keyed.length / 8);
  words.forEach(({ stems, folded }, index) => {
    const seen = new Set<number>();
    for (const feature of [...stems, `=${folded}`]) {
      const holders = byStem.get(feature) ?? [];
      byStem.set(feature, holders);
      if (holders.length <= common) for (const other of holders) seen.add(other);
      holders.push(index);
    }
    for (const other of seen) if (isOne(other, index)) union.join(other, index);
  });
  return keyed.map((_, index) => {
    const first = keyed[union.find(index)]?.quotation;
    return first ? `${first.sentenceId}:${String(first.start)}` : '';
  });
}
