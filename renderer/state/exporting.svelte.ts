import {
  toErrorShape,
  type BriefDocument,
  type BriefParts,
  type ErrorShape,
  type Paper,
  type SaveRequest,
  type SaveResult,
} from '../../electron/api/index.ts';
import type { Host } from '../host/index.ts';
import type { Client } from './client.ts';
import type { Reading } from './reading.svelte.ts';

export type ExportFormat = SaveRequest['format'];

/** Countries that print on Letter (CLDR territory data, paper size US-Letter). */
const LETTER_REGIONS = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '));

export function paperOf(locale: string): Paper {
  try {
    const { region } = new Intl.Locale(locale).maximize();
    return region !== undefined && LETTER_REGIONS.has(region) ? 'Letter' : 'A4';
  } catch {
    return 'A4';
  }
}

/** The brief of what is being read: its options, its preview, and the ways out. */
export class Exporting {
  readonly #host: Host;
  readonly #client: Client;
  readonly #reading: Reading;
  #format = $state<ExportFormat>('pdf');
  #paper = $state<Paper>('A4');
  #parts = $state.raw<BriefParts>({
    summary: true,
    onlyOne: true,
    differences: true,
    quotations: true,
    timeline: true,
    facts: true,
    articleSummaries: true,
    fullText: false,
  });
  #preview = $state.raw<BriefDocument | null>(null);
  #error = $state.raw<ErrorShape | null>(null);
  #busy = $state(false);
  #turn = 0;

  constructor(host: Host, client: Client, reading: Reading, locale: string) {
    this.#host = host;
    this.#client = client;
    this.#reading = reading;
    this.#paper = paperOf(locale);
  }

  get format(): ExportFormat {
    return this.#format;
  }
  set format(format: ExportFormat) {
    this.#format = format;
  }
  get paper(): Paper {
    return this.#paper;
  }
  set paper(paper: Paper) {
    this.#paper = paper;
  }
  get parts(): BriefParts {
    return this.hasNotes ? { ...this.#parts, notes: this.#parts.notes ?? true } : this.#parts;
  }
  /** Whether the reader has marked anything in these articles. */
  get hasNotes(): boolean {
    const { annotations, presentIds } = this.#reading;
    return presentIds.some((id) => annotations.highlightsOf(id).length + annotations.tagsOf(id).length > 0);
  }
  /** The document as last made; for PDF it is the HTML that is printed. */
  get preview(): BriefDocument | null {
    return this.#preview;
  }
  get error(): ErrorShape | null {
    return this.#error;
  }
  get busy(): boolean {
    return this.#busy;
  }
  get isPossible(): boolean {
    return this.#reading.presentIds.length > 0;
  }

  setPart(part: keyof BriefParts, included: boolean): void {
    this.#parts = { ...this.#parts, [part]: included };
  }

  /** What the options ask for at the moment. */
  get request(): SaveRequest {
    return {
      articleIds: [...this.#reading.presentIds],
      title: this.#reading.title,
      budget: this.#reading.budget,
      parts: this.parts,
      paper: this.#paper,
      format: this.#format,
    };
  }

  /** Makes the preview of `request`. What is shown stays until it is there. */
  async makePreview(request: SaveRequest): Promise<void> {
    const turn = ++this.#turn;
    const format = request.format === 'pdf' ? 'html' : request.format;
    try {
      const preview = await this.#client.api.brief({ ...request, format });
      if (turn !== this.#turn) return;
      this.#preview = preview;
      this.#error = null;
    } catch (thrown) {
      if (turn === this.#turn) this.#error = toErrorShape(thrown);
    }
  }

  /** Whether and where the file was written; null where it failed: see {@link error}. */
  async save(): Promise<SaveResult | null> {
    return this.#do(() => this.#host.saveBrief(this.request, this.#client.api));
  }

  async print(): Promise<void> {
    await this.#do(() => this.#host.printBrief(this.request));
  }

  /** Forgets the preview and what went wrong with it. */
  reset(): void {
    this.#turn += 1;
    this.#preview = null;
    this.#error = null;
  }

  async #do<T>(work: () => Promise<T>): Promise<T | null> {
    this.#busy = true;
    this.#error = null;
    try {
      return await work();
    } catch (thrown) {
      this.#error = toErrorShape(thrown);
      return null;
    } finally {
      this.#busy = false;
    }
  }
}
