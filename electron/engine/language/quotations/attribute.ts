import { Focus } from './focus.ts';
import { isWritten } from './heads.ts';
import type { Layout, Placed, Unit } from './items.ts';
import { isFragment } from './kinds.ts';
import type { Party, People } from './people.ts';
import { isPlainVerb, lowerAt, markAt, phraseStarting, PRONOUNS, type Reference } from './phrases.ts';
import { isAsked, isBare, isLast, standsBeside } from './places.ts';
import { behindIntroduction, mainSubject, subjectOf } from './subjects.ts';
import { attributionsIn, sentenceEnd, sentenceStart, type Attribution } from './verbs.ts';

/** Who says a quotation, and the words that say so. */
export interface Attributed {
  readonly speaker: Party | null;
  readonly cue: string | null;
  /** Whether what attributes it stands right beside it. */
  readonly beside: boolean;
}

const NOBODY: Attributed = { speaker: null, cue: null, beside: false };
/** Attributions farther than so many items away are none of a quotation's. */
const WINDOW = 60;
/** Farther than so many items before a quotation, what is no verb of speech has another object. */
const FAR = 14;
/** How many paragraphs a list may have that a colon announces. */
const LONGEST_LIST = 6;

interface Announcement {
  readonly attributed: Attributed;
  readonly block: number;
  /** Whether a list follows, as after "The commitments in the statement comprised:". */
  readonly list: boolean;
}

/** Reads an article's units in order and says of each quotation who speaks. */
export class Attributor {
  private readonly focus: Focus;
  private readonly layout: Layout;
  /** Whom the pronouns of the unit stand for, by item. */
  private readonly pronouns = new Map<number, Party | null>();
  private readonly result = new Map<number, Attributed>();
  private previous: { block: number; unit: number; whole: string; attributed: Attributed } | null = null;
  private announced: Announcement | null = null;

  constructor(layout: Layout, people: People) {
    this.layout = layout;
    this.focus = new Focus(people);
  }

  run(): ReadonlyMap<number, Attributed> {
    const byUnit = new Map<number, Placed[]>();
    for (const placed of this.layout.quotations) {
      const here = byUnit.get(placed.unit);
      if (here) here.push(placed);
      else byUnit.set(placed.unit, [placed]);
    }
    this.layout.units.forEach((unit, index) => this.readUnit(unit, index, byUnit.get(index) ?? []));
    return this.result;
  }

  private readUnit(unit: Unit, index: number, quotations: readonly Placed[]): void {
    if (unit.heap) return;
    this.takeIn(unit);
    const attributions = attributionsIn(unit.items);
    for (const placed of quotations) {
      const attributed = this.attribute(unit, index, placed, attributions);
      this.result.set(placed.index, attributed);
      if (attributed.speaker) this.focus.spoke(attributed.speaker);
      this.previous = { block: unit.block, unit: index, whole: placed.whole, attributed };
    }
    const colon = /:\s*$/.test(unit.text.slice(-3));
    if (colon) this.announced = this.announcement(unit, attributions);
    else if (this.announced && unit.block > this.announced.block + (this.announced.list ? LONGEST_LIST : 1)) {
      this.announced = null;
    }
  }

  /** Takes note of whom the unit names outside its quotations. */
  private takeIn({ items, text }: Unit): void {
    this.focus.fade();
    this.pronouns.clear();
    let first = true;
    const main = behindIntroduction(items, 0, items.length);
    items.forEach((item, at) => {
      if (item.type === 'name') {
        if (this.focus.mention(items, at, first && at >= main)) first = false;
      } else if (item.type === 'mark') {
        if (/^[|;:]$/.test(item.text)) first = true;
      } else if (item.type === 'word' && PRONOUNS.has(item.lower)) {
        const party = this.focus.pronoun(item.lower);
        this.pronouns.set(at, party);
        if (party && first) this.focus.keep(party);
        if (party) first = false;
      } else if (item.type === 'word' && /^(an?|one|the|another)$/.test(item.lower)) {
        // In apposition it is whoever was named.
        if (markAt(items, at - 1) === ',' && items[at - 2]?.type === 'name') return;
        const reference = phraseStarting(items, at);
        if (reference?.type !== 'role') return;
        const subject = first && isPlainVerb(lowerAt(items, reference.to + 1));
        if (item.lower !== 'the' || subject)
          this.focus.describe(reference, wordsOf(items, text, reference), subject);
        if (subject) first = false;
      }
    });
  }

  private announcement(unit: Unit, attributions: readonly Attribution[]): Announcement {
    const { items, block } = unit;
    const picked = this.pick(unit, attributions.slice(-20).reverse());
    const written = items.findIndex((item) => item.type === 'name' && isWritten(lastWord(item.text)));
    const document = items[written];
    if (!picked.speaker && document?.type === 'name') {
      const speaker = this.party(
        unit,
        { type: 'name', mention: document.mention, from: written, to: written },
        true,
      );
      const last = attributions.at(-1);
      return {
        attributed: { speaker, cue: last ? cueText(unit, last) : null, beside: false },
        block,
        list: true,
      };
    }
    if (picked.speaker) return { attributed: picked, block, list: false };
    const subject = mainSubject(items, 0, items.length);
    const speaker = subject ? this.party(unit, subject, false) : null;
    return { attributed: { speaker, cue: null, beside: false }, block, list: false };
  }

  private party(unit: Unit, reference: Reference, said: boolean): Party | null {
    if (reference.type === 'pronoun') {
      const known = this.pronouns.get(reference.from);
      if (known) return known;
    }
    return this.focus.resolve(reference, wordsOf(unit.items, unit.text, reference), said);
  }

  private named(
    unit: Unit,
    attribution: Attribution,
    reference: Reference | null,
    beside: boolean,
  ): Attributed {
    const said = attribution.kind !== 'stance' && attribution.form !== 'ing';
    const speaker = reference && this.party(unit, reference, said);
    return speaker ? { speaker, cue: cueText(unit, attribution), beside } : NOBODY;
  }

  /** The first attribution of these whose subject can speak. */
  private pick(unit: Unit, attributions: readonly Attribution[]): Attributed {
    for (const attribution of attributions) {
      const attributed = this.named(unit, attribution, subjectOf(unit.items, attribution), false);
      if (attributed.speaker) return attributed;
    }
    return NOBODY;
  }

  private attribute(unit: Unit, index: number, placed: Placed, all: readonly Attribution[]): Attributed {
    const { items } = unit;
    const at = placed.item;
    const [start, end] = [sentenceStart(items, at), sentenceEnd(items, at)];
    const near = within(all, at);
    const left = governing(near.filter((each) => each.at < at && each.at >= start).reverse(), at);
    const right = near.filter((each) => each.at > at && each.at < end);
    if (isAsked(items, left[0]?.to ?? start - 1, at)) return NOBODY;
    const bare = isBare(items, at);
    const behind = this.behind(unit, placed, right);
    const embedded = !bare && items[at - 1]?.type !== 'mark';
    const open = bare || (/[,?!]$/.test(placed.whole) && !(left[0] && standsBeside(items, left[0], at)));
    const nested = markAt(items, at - 1) === ':' && /,$/.test(placed.whole);
    if (((open && !embedded) || nested) && behind.speaker) return behind;
    const before = this.pick(
      unit,
      embedded && behind.speaker ? left.filter(({ kind }) => kind === 'speech') : left,
    );
    if (before.speaker) {
      return { ...before, beside: left[0] !== undefined && standsBeside(items, left[0], at) };
    }
    if (behind.speaker) return behind;
    const after = this.pick(unit, right);
    if (after.speaker) return after;
    return this.unspoken(unit, at, left.length + right.length) ?? this.continued(unit, index, placed, bare);
  }

  /** What follows the quotation: "said X", "X said", "X, the chief of police, said". */
  private behind(unit: Unit, placed: Placed, right: readonly Attribution[]): Attributed {
    const { items } = unit;
    const at = placed.item;
    const comma = markAt(items, at + 1);
    const direct = /[,?!…—–-]$|\.\.\.$/.test(placed.whole) || /^[,—–-]/.test(comma);
    const next = at + 1 + (comma && comma !== '|' ? 1 : 0);
    for (const attribution of right) {
      const { at: cue, form } = attribution;
      if (cue > at + 30 || (!direct && cue > at + 2)) break;
      const adverb = /ly$|^(also|then|later)$/;
      if (form !== 'ing' && (cue === next || (cue === next + 1 && adverb.test(lowerAt(items, next))))) {
        const inverted = phraseStarting(items, cue + (adverb.test(lowerAt(items, cue + 1)) ? 2 : 1));
        if (inverted) return this.named(unit, attribution, inverted, true);
      }
      const subject = subjectOf(items, attribution);
      if (subject && subject.from >= at + 1 && subject.from <= next + 3) {
        return this.named(unit, attribution, subject, true);
      }
    }
    return NOBODY;
  }

  /** Where no verb attributes it: "Zelensky's “red line”", "Netanyahu: “…”", "“…,” Netanyahu during an address". */
  private unspoken(unit: Unit, at: number, verbs: number): Attributed | null {
    const { items } = unit;
    for (let i = at - 1; i >= at - 3; i--) {
      const item = items[i];
      if (item?.type === 'mark') break;
      if (item?.type !== 'name' || !item.possessive) continue;
      const speaker = this.party(unit, { type: 'name', mention: item.mention, from: i, to: i }, true);
      return speaker?.person ? { speaker, cue: null, beside: true } : null;
    }
    const opening = phraseStarting(items, sentenceStart(items, at));
    const headline = opening?.type === 'name' && markAt(items, opening.to + 1) === ':' && opening.to < at;
    const follows = verbs === 0 && isBare(items, at) ? phraseStarting(items, at + 1) : null;
    const reference = headline
      ? opening
      : follows?.type === 'name' && follows.mention.kind === 'person'
        ? follows
        : null;
    const speaker = reference && this.party(unit, reference, true);
    return speaker ? { speaker, cue: null, beside: true } : null;
  }

  /** Who speaks where the sentence does not say: whoever a colon announces, or spoke before. */
  private continued(unit: Unit, index: number, placed: Placed, bare: boolean): Attributed {
    const alone = bare && isLast(unit.items, placed.item);
    const { announced, previous } = this;
    if (announced && (announced.list || (bare && unit.block <= announced.block + 1)))
      return announced.attributed;
    if (!previous?.attributed.speaker) return NOBODY;
    if (previous.unit === index) return previous.attributed;
    const fragment = isFragment(placed.whole);
    if (previous.block === unit.block) {
      if (alone || (bare && !fragment)) return previous.attributed;
      const subject = mainSubject(unit.items, sentenceStart(unit.items, placed.item), placed.item);
      const same =
        !subject ||
        subject.type === 'pronoun' ||
        this.party(unit, subject, false) === previous.attributed.speaker;
      return same && !(bare && fragment) ? previous.attributed : NOBODY;
    }
    const follows = alone && previous.block === unit.block - 1 && !fragment && !isFragment(previous.whole);
    return follows ? previous.attributed : NOBODY;
  }
}

const lastWord = (text: string) => text.toLowerCase().split(/\s+/).at(-1) ?? '';

function wordsOf(items: Unit['items'], text: string, { from, to }: Reference): string {
  return text.slice(items[from]?.at ?? 0, items[to]?.end ?? 0);
}

/** Nearest first: what somebody is said to do is no attribution: "asked if he supported the “agenda”". */
function governing(left: readonly Attribution[], at: number): readonly Attribution[] {
  const [first, second] = left;
  const inside =
    first?.kind === 'stance' && second?.kind === 'speech' && !second.passive && first.at - second.at <= 5;
  const near = inside ? left.slice(1) : left;
  return near.filter(({ kind, to }) => kind !== 'stance' || at - to <= FAR);
}

/** The attributions around a place, by binary search. */
function within(all: readonly Attribution[], at: number): Attribution[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.at ?? 0) < at - WINDOW) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < all.length && (all[end]?.at ?? 0) < at + WINDOW) end++;
  return all.slice(low, end);
}

function cueText(unit: Unit, { at, to }: Attribution): string {
  return unit.text.slice(unit.items[at]?.at ?? 0, unit.items[to]?.end ?? 0);
}
