const segmenters = new Map<string, Intl.Segmenter>();
const months = new Map<string, Set<string>>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** Names of the months in a language, as they are written after a day: "15. Dezember". */
function monthsOf(language: string): Set<string> {
  let names = months.get(language);
  if (!names) {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    names = new Set(
      Array.from({ length: 12 }, (_, month) =>
        format
          .formatToParts(Date.UTC(2024, month, 15))
          .filter(({ type }) => type === 'month')
          .map(({ value }) => value.toLowerCase())
          .join(''),
      ),
    );
    months.set(language, names);
  }
  return names;
}

/** Abbreviations that stand before a name or a number, of several European languages. */
const BEFORE_NAMES = new Set(
  `dr prof hr fr frau herr nr st ing mag bzw ca usw vgl abs art z.b d.h u.a m mm mme mlle mgr me av bd sr sra srta
   d dña ud uds núm pág dott sig ssa avv on arch ul tzw np im św ks gen płk mjr mudr mgr judr bc phdr rndr č str
   г ул д стр им акад проф тов гр`.split(/\s+/),
);

function goesOn(previous: string, next: string, language: string): boolean {
  if (/^[\s"'”’»)\]」』】）.,;:!?…、，]*$/u.test(next)) return true;
  // Arabic, Chinese and the like have no small letters; where there are any, no sentence begins with one.
  if (/^\s*["'“„«(]?\p{Ll}/u.test(next)) return true;
  // 「…。」と述べた: the particle takes up what was said.
  if (/[」』]\s*$/.test(previous) && /^\s*と/.test(next)) return true;
  const word = /([\p{L}\p{M}.]+|\p{N}+)\.\s*$/u.exec(previous.slice(-40))?.[1]?.toLowerCase();
  if (word === undefined) return false;
  if (/^\d{1,2}$/.test(word))
    return monthsOf(language).has(/^\s*([\p{L}\p{M}]+)/u.exec(next)?.[1]?.toLowerCase() ?? '');
  const initial = /(?:^|[\s(])\p{Lu}\.\s*$/u.test(previous.slice(-6));
  return initial || BEFORE_NAMES.has(word);
}

/** Opening marks that a sentence was cut after, and closing ones that were left to the next. */
const OPENS_NEXT = /[「『（【“„«([]\s*$/;
const CLOSES_PREVIOUS = /^\s*[»”’)\]』」）】]+(?=\s|$)/;

function splitParagraph(text: string, language: string): string[] {
  const sentences: string[] = [];
  let opening = '';
  for (const { segment } of segmenterOf(language).segment(text)) {
    // Over an opening mark that waits for its sentence, none may be moved.
    const closing = sentences.length && !opening ? (CLOSES_PREVIOUS.exec(segment)?.[0] ?? '') : '';
    if (closing) sentences.push((sentences.pop() ?? '') + closing);
    const rest = opening + segment.slice(closing.length);
    opening = OPENS_NEXT.exec(rest)?.[0] ?? '';
    const sentence = opening ? rest.slice(0, -opening.length) : rest;
    const previous = sentences.at(-1);
    if (previous !== undefined && goesOn(previous, sentence, language)) {
      sentences[sentences.length - 1] = previous + sentence;
    } else sentences.push(sentence);
  }
  return [...sentences, opening];
}

/**
 * The sentences of a text of any language by Unicode's rules (UAX 29, as Intl.Segmenter has them), with repairs:
 * no break before a small letter, after an initial, a common abbreviation, or the day of a date.
 */
export function splitByLocale(text: string, language: string): string[] {
  return text
    .split(/\n\s*\n/)
    .flatMap((paragraph) => splitParagraph(paragraph.replace(/\s*\n\s*/g, ' '), language));
}
