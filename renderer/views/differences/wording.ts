import type { DiscrepancyKind, Severity } from '../../../electron/api/index.ts';

/** The kind of a difference, as the row begins. */
export const KINDS: Readonly<Record<DiscrepancyKind, string>> = {
  number: 'Number',
  date: 'Date',
  duration: 'Duration',
  attribution: 'Attribution',
  title: 'Title',
  status: 'Status',
  quotation: 'Quotation',
  place: 'Place',
  participants: 'Participants',
};

/** How grave it is: a word, and what the word means. */
export const SEVERITIES: Readonly<Record<Severity, { readonly word: string; readonly meaning: string }>> = {
  conflict: { word: 'Conflict', meaning: 'These readings cannot all be true.' },
  difference: {
    word: 'Difference',
    meaning: 'These readings can all be true, but they say different things.',
  },
  framing: { word: 'Wording', meaning: 'Only the choice of words differs.' },
};
