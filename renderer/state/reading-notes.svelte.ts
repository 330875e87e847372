import type { Citation, Highlight } from '../../electron/api/index.ts';
import type { ReaderAnnotations } from './annotations.svelte.ts';

interface Place {
  readonly selection: { readonly selected: Citation | null };
}

/** The highlight and the note of the selected sentence, and whether its note is being written. */
export class NoteEditing {
  readonly #annotations: ReaderAnnotations;
  readonly #reading: Place;
  /** The sentence whose note is open. */
  #editing = $state.raw<Citation | null>(null);

  constructor(annotations: ReaderAnnotations, reading: Place) {
    this.#annotations = annotations;
    this.#reading = reading;
  }

  /** Of the selected sentence; null where it has none. */
  get highlight(): Highlight | null {
    const { selected } = this.#reading.selection;
    return selected && this.#annotations.on(selected.sentenceId);
  }

  /** Whether the note of the selected sentence is open. */
  get isOpen(): boolean {
    const { selected } = this.#reading.selection;
    return selected !== null && this.#editing?.sentenceId === selected.sentenceId;
  }

  /** Marks the selected sentence, or takes its mark and note away. */
  async toggle(): Promise<boolean> {
    const { selected } = this.#reading.selection;
    if (!selected) return false;
    const { highlight } = this;
    if (!highlight) return this.#annotations.highlight(selected.sentenceId);
    this.close();
    return this.#annotations.remove(highlight.id);
  }

  open(): void {
    this.#editing = this.#reading.selection.selected;
  }

  close(): void {
    this.#editing = null;
  }

  /** Keeps a note on a sentence, which is marked where it was not. False where it could not be kept. */
  async write({ sentenceId }: Citation, note: string): Promise<boolean> {
    const text = note.replace(/\s+$/u, '');
    const highlight = this.#annotations.on(sentenceId);
    if (text === (highlight?.note ?? '')) return true;
    return highlight
      ? this.#annotations.changeNote(highlight.id, text)
      : this.#annotations.highlight(sentenceId, text);
  }
}
