import type { Quotation, SentenceId } from '../../api/index.ts';
import { marked, type Marked } from './marks.ts';
import { cut, widened, type Cut, type Piece } from './pieces.ts';
import type { Sources } from './sources.ts';

/** Utterances that a reader goes through. Of more, those that most accounts have, and whole ones before fragments. */
const MOST = 40;
/** Characters around the words said that tell of whom and when, on each side. */
const AROUND = 130;

/** One utterance in the words of one or more articles. */
export interface SaidView extends Marked {
  readonly quotation: Quotation;
  readonly cut: Cut;
}

/** An utterance, or several of one speaker in one sentence. */
export interface UtteranceView extends SaidView {
  /** The same utterance as other articles word it. */
  readonly otherwise: readonly SaidView[];
}

export interface SpeakerView {
  /** By the fullest name any article has; null where nobody is named. */
  readonly name: string | null;
  readonly utterances: readonly UtteranceView[];
}

export interface QuotationsView {
  /** Those with the most utterances first, those of nobody named last. */
  readonly speakers: readonly SpeakerView[];
  readonly shown: number;
  /** Utterances, however many articles have them. */
  readonly total: number;
}

type Texts = ReadonlyMap<SentenceId, string>;

const OPENING = /["'“„‟‘‚«‹»›「『《〈]\s?$/u;
const CLOSING = /^[,.!?…،。，！？]*\s?["'”“’‘»›«‹」』》〉]/u;

/** The span of the words said, with the quotation marks around them where they stand in the sentence. */
function withMarks(text: string, start: number, end: number): { start: number; end: number } {
  const opening = OPENING.exec(text.slice(0, start))?.[0].length ?? 0;
  const closing = CLOSING.exec(text.slice(end))?.[0].length ?? 0;
  return { start: start - opening, end: end + closing };
}

const TONES = { meant: 'plain', rest: 'quiet' } as const;

/** The words said, over all their sentences, with something of what stands around them. */
function cutOf({ start, end, sentences, sentenceId, whole, text: said }: Quotation, texts: Texts): Cut {
  const first = texts.get(sentenceId) ?? '';
  const span = withMarks(first, start, end);
  const opening = cut(first, widened(first, span, AROUND), [span], TONES);
  const pieces: Piece[] = [...opening.pieces];
  let { after } = opening;
  let rest = whole.startsWith(said) ? whole.slice(said.length).trimStart() : '';
  for (const id of sentences.filter((each) => each !== sentenceId)) {
    const text = texts.get(id) ?? '';
    const at = text.startsWith(rest) ? 0 : text.indexOf(rest);
    // A sentence in the middle is said from its beginning to its end.
    const inside =
      rest !== '' && at >= 0 ? withMarks(text, at, at + rest.length) : { start: 0, end: text.length };
    const next = cut(text, { start: 0, end: widened(text, inside, AROUND).end }, [inside], TONES);
    pieces.push({ text: ' ', tone: 'plain' }, ...next.pieces);
    after = next.after;
    rest = rest.startsWith(text) ? rest.slice(text.length).trimStart() : rest;
  }
  return { pieces, before: opening.before, after };
}

/** Letters and digits only: marks, capitals and spaces are the articles' own. */
function bare({ whole }: Quotation): string {
  return whole
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same words in one version; of two, one may stop earlier. The version most articles have comes first. */
function versionsOf(utterance: readonly Quotation[]): readonly (readonly Quotation[])[] {
  const versions: { readonly words: string; readonly members: Quotation[] }[] = [];
  const longestFirst = [...utterance].sort((a, b) => bare(b).length - bare(a).length);
  for (const quotation of longestFirst) {
    const words = bare(quotation);
    const known = versions.find((version) => ` ${version.words} `.includes(` ${words} `));
    if (known) known.members.push(quotation);
    else versions.push({ words, members: [quotation] });
  }
  const articles = (members: readonly Quotation[]) => new Set(members.map(({ articleId }) => articleId)).size;
  return versions.map(({ members }) => members).sort((a, b) => articles(b) - articles(a));
}

function saidBy(version: readonly Quotation[], sources: Sources, texts: Texts): SaidView | null {
  const [best, ...others] = version;
  const view = best && marked(best, others, sources);
  return best && view ? { ...view, quotation: best, cut: cutOf(best, texts) } : null;
}

function utteranceOf(group: readonly Quotation[], sources: Sources, texts: Texts): UtteranceView[] {
  const [main, ...otherwise] = versionsOf(group).flatMap((version) => saidBy(version, sources, texts) ?? []);
  return main ? [{ ...main, otherwise }] : [];
}

/** Whether two fragments of one sentence can be shown in it together. */
function together(a: UtteranceView, b: UtteranceView): boolean {
  const alone = [a, b].every(
    ({ otherwise, quotation }) => otherwise.length === 0 && quotation.sentences.length < 2,
  );
  const letters = ({ marks }: UtteranceView) =>
    marks.map(({ source, kind }) => source.letter + kind).join(' ');
  return alone && a.quotation.sentenceId === b.quotation.sentenceId && letters(a) === letters(b);
}

/** Utterances in their order, what is said in pieces within one sentence put together. */
function rejoined(utterances: readonly UtteranceView[], texts: Texts): UtteranceView[] {
  const runs: [UtteranceView, ...UtteranceView[]][] = [];
  for (const utterance of utterances) {
    const last = runs.at(-1);
    if (last && together(last[0], utterance)) last.push(utterance);
    else runs.push([utterance]);
  }
  return runs.map(([first, ...others]) => {
    if (others.length === 0) return first;
    const text = texts.get(first.quotation.sentenceId) ?? '';
    const spans = [first, ...others]
      .map(({ quotation: { start, end } }) => withMarks(text, start, end))
      .sort((a, b) => a.start - b.start);
    const whole = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
    return { ...first, cut: cut(text, widened(text, whole, AROUND), spans, TONES) };
  });
}

/** Of too many, those that most accounts have; whole utterances before fragments; then in their order. */
function weightiest(utterances: readonly UtteranceView[]): readonly UtteranceView[] {
  const weight = ({ independent, otherwise, quotation }: UtteranceView) =>
    2 * (independent + otherwise.length) +
    Number(!quotation.fragment) +
    Number(quotation.speakerKey !== null) / 2;
  const kept = new Set([...utterances].sort((a, b) => weight(b) - weight(a)).slice(0, MOST));
  return utterances.filter((utterance) => kept.has(utterance));
}

export function quotationsBySpeaker(
  quotations: readonly Quotation[],
  sources: Sources,
  texts: Texts,
): QuotationsView {
  const groups = [...Map.groupBy(quotations, ({ group }) => group).values()];
  const utterances = groups.flatMap((group) => utteranceOf(group, sources, texts));
  const shown = weightiest(utterances);
  const keyOf = new Map(
    groups.flatMap((group) => {
      const [first] = group;
      const key = group.find(({ speakerKey }) => speakerKey !== null)?.speakerKey ?? null;
      return first ? [[first.group, key] as const] : [];
    }),
  );
  const names = new Map<string, string>();
  for (const { speakerKey, speaker } of quotations) {
    if (speakerKey === null || speaker === null) continue;
    if (speaker.length > (names.get(speakerKey) ?? '').length) names.set(speakerKey, speaker);
  }
  const bySpeaker = Map.groupBy(shown, ({ quotation }) => keyOf.get(quotation.group) ?? null);
  const speakers = [...bySpeaker]
    .map(([key, said]) => ({
      name: key === null ? null : (names.get(key) ?? null),
      utterances: rejoined(said, texts),
    }))
    .sort(
      (a, b) =>
        Number(a.name === null) - Number(b.name === null) || b.utterances.length - a.utterances.length,
    );
  return { speakers, shown: shown.length, total: utterances.length };
}
