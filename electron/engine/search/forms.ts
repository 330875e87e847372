import type { Segment } from './segment.ts';

/** Some forms of words, told by a test; which those are is asked of one segment after another. */
export abstract class Forms {
  readonly #numbers = new WeakMap<Segment, Uint32Array>();
  readonly #flags = new WeakMap<Segment, Uint8Array>();

  abstract has(form: string): boolean;

  protected abstract find(segment: Segment): Iterable<number>;

  /** The numbers of those that a segment has. */
  numbersIn(segment: Segment): Uint32Array {
    let numbers = this.#numbers.get(segment);
    if (!numbers) this.#numbers.set(segment, (numbers = Uint32Array.from(this.find(segment))));
    return numbers;
  }

  /** By number in a segment's sequences: whether it is one of these. */
  flagsIn(segment: Segment): Uint8Array {
    let flags = this.#flags.get(segment);
    if (!flags) {
      this.#flags.set(segment, (flags = new Uint8Array(segment.terms.forms.size + 1)));
      for (const number of this.numbersIn(segment)) flags[number + 1] = 1;
    }
    return flags;
  }
}

export class ListedForms extends Forms {
  readonly listed: ReadonlySet<string>;

  constructor(listed: Iterable<string>) {
    super();
    this.listed = new Set(listed);
  }

  has(form: string): boolean {
    return this.listed.has(form);
  }

  protected *find({ terms }: Segment): Iterable<number> {
    for (const form of this.listed) {
      const number = terms.forms.find(form);
      if (number >= 0) yield number;
    }
  }
}

/** Forms that begin alike, but for some. */
export class BegunForms extends Forms {
  readonly #prefix: string;
  readonly #except: Forms;

  constructor(prefix: string, except: Forms) {
    super();
    this.#prefix = prefix;
    this.#except = except;
  }

  has(form: string): boolean {
    return form.startsWith(this.#prefix) && !this.#except.has(form);
  }

  protected *find(segment: Segment): Iterable<number> {
    const { from, to } = segment.terms.forms.withPrefix(this.#prefix);
    const except = new Set(this.#except.numbersIn(segment));
    for (let number = from; number < to; number++) if (!except.has(number)) yield number;
  }
}

/** Forms of which a pattern leaves parts open by `*`. */
export class PatternForms extends Forms {
  readonly #pieces: readonly string[];

  constructor(pattern: string) {
    super();
    this.#pieces = pattern.split('*');
  }

  /**
   * Each piece is taken at its first place, which is as good as any other; an expression with many stars would
   * try them all.
   */
  has(form: string): boolean {
    const pieces = this.#pieces;
    const last = pieces.at(-1) ?? '';
    if (!form.startsWith(pieces[0] ?? '')) return false;
    let at = pieces[0]?.length ?? 0;
    for (const piece of pieces.slice(1, -1)) {
      const found = form.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return form.length - last.length >= at && form.endsWith(last);
  }

  protected *find({ terms }: Segment): Iterable<number> {
    const { from, to } = terms.forms.withPrefix(this.#pieces[0] ?? '');
    const beginning = this.#pieces.length === 2 && this.#pieces[1] === '';
    for (let number = from; number < to; number++) {
      if (beginning || this.has(terms.forms.at(number))) yield number;
    }
  }
}

export class EitherForms extends Forms {
  readonly #these: readonly Forms[];

  constructor(these: readonly Forms[]) {
    super();
    this.#these = these;
  }

  has(form: string): boolean {
    return this.#these.some((each) => each.has(form));
  }

  protected *find(segment: Segment): Iterable<number> {
    for (const each of this.#these) yield* each.numbersIn(segment);
  }
}
