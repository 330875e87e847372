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
/** The same within one article, where a speaker comes back to a subject. */
const WITHIN = 0.75;
/** Of speakers who are not known to be one. */
const ANY_SPEAKER = 0.85;
/** Words in common below which little speaks for one utterance. */
const ENOUGH = 2;
/** How many words in a row are an utterance's own. */
const RUN = 5;
/** How many characters a speaker and a verb between two halves may take, marks included. */
const LONGEST_GAP = 36;

interface Words {
  readonly stems: ReadonlySet<string>;
  readonly folded: string;
  readonly count: number;
  /** Runs of words that are not only grammar. */
  readonly runs: ReadonlySet<string>;
}

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function wordsOf({ quotation, language }: Keyed): Words {
  const folded = fold(quotation.whole);
  const words = folded.split(' ');
  const runs = words.flatMap((_, at) => {
    const run = words.slice(at, at + RUN);
    return run.length === RUN && contentStems(run.join(' '), language).length > 0 ? [run.join(' ')] : [];
  });
  return {
    stems: new Set(contentStems(quotation.whole, language)),
    folded,
    count: words.length,
    runs: new Set(runs),
  };
}

/** Two halves of one: "“Progressivism,” he declared, “is eating the Constitution.”" */
function areHalves(a: ArticleQuotation, b: ArticleQuotation): boolean {
  const near = a.sentenceId === b.sentenceId && b.start - a.end <= LONGEST_GAP && a.start <= 1;
  return near && /[,—–-]$/.test(a.whole) && /^\p{Ll}/u.test(b.whole);
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
  const aligned = new Map(
    alignment.pairs.flatMap(({ a, b, strength }) => [
      [`${a} ${b}`, strength] as const,
      [`${b} ${a}`, strength] as const,
    ]),
  );
  const bySentence = new Map<string, number>();
  for (const { quotation } of keyed) {
    bySentence.set(quotation.sentenceId, (bySentence.get(quotation.sentenceId) ?? 0) + 1);
  }
  const only = ({ sentenceId }: ArticleQuotation) => bySentence.get(sentenceId) === 1;

  const isOne = (a: number, b: number): boolean => {
    const [one, two, wordsA, wordsB] = [keyed[a], keyed[b], words[a], words[b]];
    if (!one || !two || !wordsA || !wordsB) return false;
    const [x, y] = [one.quotation, two.quotation];
    const within = x.articleId === y.articleId;
    const sameSpeaker = one.speakerKey !== null && one.speakerKey === two.speakerKey;
    const strengths = x.sentences.flatMap((s) => y.sentences.map((t) => aligned.get(`${s} ${t}`)));
    const together = strengths.some((strength) => strength !== undefined);
    const least = Math.min(wordsA.stems.size, wordsB.stems.size);
    if (wordsA.folded === wordsB.folded)
      return together || (least > 1 && (sameSpeaker || least > 2 || !within));
    if (sameSpeaker && [...wordsA.runs].some((run) => wordsB.runs.has(run))) return true;
    const clauses = !x.fragment && !y.fragment && only(x) && only(y);
    if (sameSpeaker && clauses && strengths.includes('full')) return true;
    const shared = [...wordsA.stems].filter((stem) => wordsB.stems.has(stem));
    const smaller = Math.min(weight[a] ?? 0, weight[b] ?? 0);
    if (smaller === 0 || shared.length === 0) return false;
    const share = shared.reduce((sum, stem) => sum + idf(stem), 0) / smaller;
    if (sameSpeaker && together && x.fragment && y.fragment) return share >= ALIGNED;
    if (shared.length < ENOUGH) {
      const brief = Math.min(wordsA.count, wordsB.count) <= ENOUGH;
      return share > 0.99 && together && (sameSpeaker || brief);
    }
    if (within) return sameSpeaker && share >= WITHIN;
    const wanted = sameSpeaker ? (together ? ALIGNED : SAME_SPEAKER) : together ? SAME_SPEAKER : ANY_SPEAKER;
    return share >= wanted && (sameSpeaker || together || shared.length > 3);
  };

  const union = new Union(keyed.length);
  const byStem = new Map<string, number[]>();
  const common = Math.max(12, keyed.length / 8);
  const groupOf = new Map(
    alignment.groups.flatMap(({ sentences }, group) =>
      sentences.map((id) => [id, `#${String(group)}`] as const),
    ),
  );
  words.forEach(({ stems, folded }, index) => {
    const seen = new Set<number>();
    const sentences = keyed[index]?.quotation.sentences ?? [];
    const partners = sentences.flatMap((id) => groupOf.get(id) ?? []);
    for (const feature of [...stems, `=${folded}`, ...partners]) {
      const holders = byStem.get(feature) ?? [];
      byStem.set(feature, holders);
      if (holders.length <= common) for (const other of holders) seen.add(other);
      holders.push(index);
    }
    for (const other of seen) if (isOne(other, index)) union.join(other, index);
    const [before, here] = [keyed[index - 1], keyed[index]];
    if (before && here && areHalves(before.quotation, here.quotation)) union.join(index - 1, index);
  });
  return keyed.map((_, index) => {
    const first = keyed[union.find(index)]?.quotation;
    return first ? `${first.sentenceId}:${String(first.start)}` : '';
  });
}
