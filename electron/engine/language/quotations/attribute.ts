import type { Item, Layout, Placed, Unit } from './items.ts';
import { Focus } from './focus.ts';
import type { Party, People } from './people.ts';
import { lowerAt, markAt, phraseStarting, PRONOUNS, type Reference } from './phrases.ts';
import { attributionsIn, mainSubject, subjectOf, sentenceStart, type Attribution } from './subjects.ts';

/** Who says a quotation, and the words that say so. */
export interface Attributed {
  readonly speaker: Party | null;
  readonly cue: string | null;
}

const NOBODY: Attributed = { speaker: null, cue: null };

interface Candidate {
  readonly attribution: Attribution;
  readonly reference: Reference;
}

/** Reads an article's units in order and says of each quotation who speaks. */
export class Attributor {
  private readonly focus: Focus;
  private readonly layout: Layout;
  private readonly resolved = new Map<number, Party | null>();
  private readonly result = new Map<number, Attributed>();
  private previous: { block: number; unit: number; attributed: Attributed } | null = null;
  /** Who is announced by a colon at the end of the unit before. */
  private announced: Attributed | null = null;

  constructor(layout: Layout, people: People) {
    this.layout = layout;
    this.focus = new Focus(people);
  }

  run(): ReadonlyMap<number, Attributed> {
    const byUnit = new Map<number, Placed[]>();
    for (const placed of this.layout.quotations) {
      byUnit.set(placed.unit, [...(byUnit.get(placed.unit) ?? []), placed]);
    }
    this.layout.units.forEach((unit, index) => this.readUnit(unit, index, byUnit.get(index) ?? []));
    return this.result;
  }

  private readUnit(unit: Unit, index: number, quotations: readonly Placed[]): void {
    this.focus.fade();
    this.resolved.clear();
    const { items } = unit;
    let first = true;
    items.forEach((item, at) => {
      if (item.type === 'name') {
        this.focus.mention(items, at, first);
        if (!item.possessive) first = false;
      } else if (item.type === 'word' && PRONOUNS.has(item.lower)) {
        const party = this.focus.pronoun(item.lower);
        this.resolved.set(at, party);
        if (party && first) {
          this.focus.keep(party);
          first = false;
        }
      }
    });
    const attributions = attributionsIn(items);
    for (const placed of quotations) {
      const attributed = this.attribute(unit, index, placed, attributions);
      this.result.set(placed.index, attributed);
      if (attributed.speaker) this.focus.spoke(attributed.speaker);
      this.previous = { block: unit.block, unit: index, attributed };
    }
    this.announced = null;
    if (/:["”“]?$/.test(unit.text.slice(-2).trim())) this.announced = this.announcing(unit, attributions);
  }

  private announcing(unit: Unit, attributions: readonly Attribution[]): Attributed {
    const last = this.pick(unit, [...attributions].reverse());
    if (last.speaker) return last;
    const subject = mainSubject(unit.items, 0, unit.items.length);
    const speaker = subject ? this.party(unit, subject) : null;
    return { speaker, cue: null };
  }

  private party(unit: Unit, reference: Reference): Party | null {
    const first = unit.items[reference.from];
    const last = unit.items[reference.to];
    if (reference.type === 'pronoun' && this.resolved.has(reference.from)) {
      const known = this.resolved.get(reference.from);
      if (known) return known;
    }
    return this.focus.resolve(reference, unit.text.slice(first?.at ?? 0, last?.end ?? 0));
  }

  /** The first attribution of these whose subject can speak. */
  private pick(unit: Unit, attributions: Iterable<Attribution>): Attributed {
    for (const attribution of attributions) {
      const reference = subjectOf(unit.items, attribution);
      const speaker = reference && this.party(unit, reference);
      if (speaker) return { speaker, cue: cueText(unit, attribution) };
    }
    return NOBODY;
  }

  private attribute(unit: Unit, index: number, placed: Placed, all: readonly Attribution[]): Attributed {
    const { items } = unit;
    const at = placed.item;
    const start = sentenceStart(items, at);
    const behind = this.behind(unit, placed, all);
    const bare = isBare(items, at);
    const near = near60(all, at);
    const left = near.filter((each) => each.at < at && each.at >= start).reverse();
    const right = near.filter((each) => each.at > at && each.at < sentenceEnd(items, at));
    const besides = left[0] && at - left[0].to <= 2;
    if (behind && (bare || !besides)) {
      const hit = this.fromCandidate(unit, behind);
      if (hit.speaker) return hit;
    }
    const before = this.pick(unit, left);
    if (before.speaker) return before;
    if (behind) {
      const hit = this.fromCandidate(unit, behind);
      if (hit.speaker) return hit;
    }
    const after = this.pick(unit, right);
    if (after.speaker) return after;
    return this.possessor(unit, at) ?? this.continued(unit, index, placed, bare);
  }

  private fromCandidate(unit: Unit, { attribution, reference }: Candidate): Attributed {
    const speaker = this.party(unit, reference);
    return speaker ? { speaker, cue: cueText(unit, attribution) } : NOBODY;
  }

  /** What follows the quotation: "said X", "X said", "X, the chief of police, said". */
  private behind(unit: Unit, placed: Placed, all: readonly Attribution[]): Candidate | null {
    const { items } = unit;
    const at = placed.item;
    const comma = markAt(items, at + 1);
    const direct = /[,?!…—–-]$|\.\.\.$/.test(placed.whole) || /^[,—–-]/.test(comma);
    const next = at + 1 + (comma && comma !== '|' ? 1 : 0);
    const end = sentenceEnd(items, at);
    for (const attribution of near60(all, at)) {
      if (attribution.at <= at) continue;
      if (attribution.at >= end || attribution.at > at + 30) break;
      if (!direct && attribution.at > at + 2) break;
      if (attribution.at <= next + 1 && attribution.form !== 'ing') {
        const inverted = subjectBehind(items, attribution);
        if (inverted) return { attribution, reference: inverted };
      }
      const subject = subjectOf(items, attribution);
      if (subject && subject.from >= at + 1 && subject.from <= next + 3)
        return { attribution, reference: subject };
    }
    return null;
  }

  /** "Zelensky's “red line”". */
  private possessor(unit: Unit, at: number): Attributed | null {
    const { items } = unit;
    for (let i = at - 1; i >= at - 3; i--) {
      const item = items[i];
      if (item?.type === 'name' && item.possessive) {
        const party = this.party(unit, { type: 'name', mention: item.mention, from: i, to: i });
        return party?.person ? { speaker: party, cue: null } : null;
      }
      if (item?.type === 'mark') return null;
    }
    return null;
  }

  private continued(unit: Unit, index: number, placed: Placed, bare: boolean): Attributed {
    const alone =
      bare &&
      !unit.items.some((item, at) => at > placed.item && (item.type === 'word' || item.type === 'name'));
    if (this.announced && (alone || index > 0)) {
      if (alone || bare) return this.announced;
    }
    const { previous } = this;
    if (!previous?.attributed.speaker) return NOBODY;
    const same = previous.block === unit.block;
    const whole = /^["'“‘([]?\p{Lu}/u.test(placed.whole) && bare;
    if (same && previous.unit === index) return previous.attributed;
    if (alone && (same || previous.block === unit.block - 1)) return previous.attributed;
    if (same && whole) return previous.attributed;
    const subject = mainSubject(unit.items, 0, placed.item);
    if (same && subject?.type === 'pronoun') return previous.attributed;
    return NOBODY;
  }
}

function near60(all: readonly Attribution[], at: number): Attribution[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.at ?? 0) < at - 60) low = middle + 1;
    else high = middle;
  }
  const found: Attribution[] = [];
  for (let i = low; i < all.length && (all[i]?.at ?? 0) < at + 60; i++) {
    const each = all[i];
    if (each) found.push(each);
  }
  return found;
}

function cueText(unit: Unit, { at, to }: Attribution): string {
  return unit.text.slice(unit.items[at]?.at ?? 0, unit.items[to]?.end ?? 0);
}

/** Whether nothing but a conjunction stands between the quotation and what it follows: a sentence's end, another. */
function isBare(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const item = items[i];
    if (item?.type === 'quote' || item?.text === '|') return true;
    if (item?.type === 'name') return false;
    if (item?.type === 'word' && !/^(and|but|or|so|then)$/.test(item.lower)) return false;
  }
  return true;
}

function sentenceEnd(items: readonly Item[], at: number): number {
  for (let i = at + 1; i < items.length && i < at + 100; i++) {
    if (/^[|;]$/.test(markAt(items, i))) return i;
  }
  return Math.min(items.length, at + 100);
}

/** The subject behind its verb: "said the White House press secretary, Sarah Huckabee Sanders". */
function subjectBehind(items: readonly Item[], { at }: Attribution): Reference | null {
  const next = /ly$|^(also|later|then)$/.test(lowerAt(items, at + 1)) ? at + 2 : at + 1;
  return phraseStarting(items, next);
}
