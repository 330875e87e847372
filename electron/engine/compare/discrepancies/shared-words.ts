import type { Span } from '../../../api/index.ts';
import type { AnalysedSentence } from '../../language/analysis.ts';
import type { Ground } from './ground.ts';

interface Place {
  readonly sentence: AnalysedSentence;
  readonly value: Span;
}

const LONGEST = 3;
/** Numbers in words say nothing of what is counted. */
const VAGUE =
  /^(?:dollar|euro|pound|crown|cent|percent|ten|dozen|score|hundr|thousand|million|billion|trillion|one|two|three|four|five|six|seven|eight|nine)s?$/;
/** Characters after which closeness to the value counts half. */
const CLOSE = 40;

/**
 * Words that say what several claims are about: of the words near the first claim those whose stems stand in
 * most of the sentences, the rarest and nearest run; `counted`: words of the value too, which may name what is
 * counted. The value itself where there are none.
 */
export function sharedWords(places: readonly Place[], ground: Ground, counted = false): string {
  const [first] = [...places].sort((a, b) => ground.place(a.sentence.id) - ground.place(b.sentence.id));
  if (!first) return '';
  const held = new Map<string, number>();
  for (const { sentence } of places) {
    for (const stem of new Set(sentence.stems)) held.set(stem, (held.get(stem) ?? 0) + 1);
  }
  const { tokens, stems, text } = first.sentence;
  const need = Math.max(2, places.length / 2);
  let best = { score: 0, text: '' };
  for (let from = 0; from < tokens.length; from++) {
    let score = 0;
    for (let to = from; to < Math.min(tokens.length, from + LONGEST); to++) {
      const [start, end] = [tokens[from], tokens[to]];
      const stem = stems[to] ?? '';
      const disputed =
        end && !counted && start && start.start < first.value.end && end.end > first.value.start;
      if (
        !start ||
        !end ||
        !stem ||
        disputed ||
        VAGUE.test(stem) ||
        /^\p{N}/u.test(stem) ||
        (held.get(stem) ?? 0) < need
      )
        break;
      if (to > from && /[^\s-]/.test(text.slice(tokens[to - 1]?.end, end.start))) break;
      const distance = Math.max(0, start.start - first.value.end, first.value.start - end.end);
      // What nearly all claims have names the point better than what is rare.
      const share = (held.get(stem) ?? 0) / places.length;
      score += (ground.weight(stem) * share ** 2 * CLOSE) / (CLOSE + distance);
      if (score > best.score) best = { score, text: text.slice(start.start, end.end) };
    }
  }
  return best.text || text.slice(first.value.start, first.value.end);
}
