import {
  toErrorShape,
  type ArticleId,
  type Discrepancy,
  type ErrorShape,
  type ReaderApi,
} from '../../electron/api/index.ts';
import { dismissalOf } from './reading-disputes.ts';

type Api = Pick<ReaderApi, 'dismiss' | 'restore' | 'correctDate'>;

/**
 * What the reader says of what was found: the engine keeps it and tells every window, whereupon the articles
 * are compared anew.
 */
export class ReaderCorrections {
  readonly #api: Api;
  readonly #follow: <T>(work: () => Promise<T>) => Promise<T>;
  #problem = $state.raw<ErrorShape | null>(null);
  #dating = $state<ArticleId | null>(null);

  /** `follow`: is given what can be taken back while it is being done. */
  constructor(api: Api, follow: <T>(work: () => Promise<T>) => Promise<T> = (work) => work()) {
    this.#api = api;
    this.#follow = follow;
  }

  /** Why the last one was not kept. */
  get problem(): ErrorShape | null {
    return this.#problem;
  }

  /** The article whose date the reader is asked for. */
  get dating(): ArticleId | null {
    return this.#dating;
  }

  askDate(articleId: ArticleId): void {
    this.#dating = articleId;
  }

  leaveDate(): void {
    this.#dating = null;
  }

  /** Puts a difference aside. False where that could not be kept, as for all of these. */
  dismiss(discrepancy: Discrepancy): Promise<boolean> {
    return this.#do(() => this.#api.dismiss(dismissalOf(discrepancy)));
  }

  /** Brings a difference back. */
  restore(discrepancy: Discrepancy): Promise<boolean> {
    return this.#do(() => this.#api.restore(dismissalOf(discrepancy)));
  }

  /** `date`: ISO 8601 calendar date; null takes an earlier correction back. */
  correctDate(articleId: ArticleId, date: string | null): Promise<boolean> {
    return this.#do(() => this.#api.correctDate({ articleId, date }));
  }

  async #do(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await this.#follow(work);
      this.#problem = null;
      return true;
    } catch (thrown) {
      this.#problem = toErrorShape(thrown);
      return false;
    }
  }
}
