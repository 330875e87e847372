import type { ArticleId, Evidence, ReaderApi, SentenceId } from '../../electron/api/index.ts';
import { mapOf, mapWith } from './reading-collections.ts';

const keyOf = (a: SentenceId, b: SentenceId): string => `${a} ${b}`;

/** Why sentences are aligned, asked for when somebody wants to know. */
export class Reasons {
  readonly #api: Pick<ReaderApi, 'evidence'>;
  readonly #ids: () => readonly ArticleId[];
  readonly #asked = new Map<string, Promise<readonly Evidence[]>>();
  #known = $state.raw(mapOf<string, readonly Evidence[]>());
  #shown = $state(false);

  /** `ids`: the articles that are compared. */
  constructor(api: Pick<ReaderApi, 'evidence'>, ids: () => readonly ArticleId[]) {
    this.#api = api;
    this.#ids = ids;
  }

  /** Whether the reasons for the selected sentence's counterparts are shown. */
  get shown(): boolean {
    return this.#shown;
  }
  set shown(shown: boolean) {
    this.#shown = shown;
  }

  /** What speaks for the pair, if it has been asked for and is there by now. Its spans are those of `a` and of `b`. */
  known(a: SentenceId, b: SentenceId): readonly Evidence[] | null {
    return this.#known.get(keyOf(a, b)) ?? null;
  }

  /** The same, asked for where it is not known. Empty where nothing can be told. */
  async of(a: SentenceId, b: SentenceId): Promise<readonly Evidence[]> {
    const key = keyOf(a, b);
    const asked = this.#asked.get(key) ?? this.#ask(key, a, b);
    this.#asked.set(key, asked);
    return asked;
  }

  /** The articles were compared anew. */
  forget(): void {
    this.#asked.clear();
    this.#known = mapOf();
  }

  async #ask(key: string, a: SentenceId, b: SentenceId): Promise<readonly Evidence[]> {
    let evidence: readonly Evidence[] = [];
    try {
      evidence = await this.#api.evidence({ articleIds: [...this.#ids()], a, b });
    } catch {
      // An article may have gone in between; then the pair goes too.
    }
    this.#known = mapWith(this.#known, [[key, evidence]]);
    return evidence;
  }
}
