import type { Article } from '../../../../electron/api/index.ts';
import type { BriefInput } from '../../../../electron/engine/report/brief.ts';
import {
  accountOf,
  article,
  claim,
  discrepancy,
  entry,
  fact,
  input,
  parts,
  quotation,
  said,
} from './sample.ts';

const paragraph = (...text: string[]) => [{ type: 'paragraph' as const, text }];

export const PAPER = article(
  'a',
  paragraph(
    'On Sunday they sent 12 ships, a very long-awaited move.',
    'The minister said: “We sail at dawn.”',
    'The harbour is closed.',
  ),
);
export const AGENCY = article(
  'b',
  paragraph('Some 20 ships were sent on December 14.', '“We will sail at dawn,” Minister Jo Roe said.'),
);
export const WIRE = article('c', paragraph('On Sunday, 20 ships were sent.'));
export const RADIO = article('d', paragraph('قال الوزير: «سنبحر عند الفجر».', 'أرسلوا 12 سفينة يوم الأحد.'), {
  language: 'ar',
  direction: 'rtl',
});
const ARTICLES: readonly Article[] = [PAPER, AGENCY, WIRE, RADIO];

/** Four articles, of which the third tells the second's text again, with something in every part. */
export function compared(more: Partial<BriefInput> = {}): BriefInput {
  const roe = { speakerKey: 'roe', group: 'sail' };
  return input(ARTICLES, {
    accounts: [accountOf(PAPER.id), accountOf(AGENCY.id, WIRE.id), accountOf(RADIO.id)],
    parts: parts('onlyOne', 'differences', 'quotations', 'timeline', 'facts'),
    summary: { words: 0, sentences: [], onlyOne: [said('The harbour is closed.', PAPER)] },
    discrepancies: [
      discrepancy([
        [claim(PAPER, '12'), claim(RADIO, '12')],
        [claim(AGENCY, '20'), claim(WIRE, '20')],
      ]),
      discrepancy([[claim(PAPER, 'sent')], [claim(WIRE, 'sent')]], { id: 'd2', dismissed: true }),
    ],
    quotations: [
      quotation(PAPER, 'We sail at dawn.', { ...roe, speaker: 'The minister', cue: 'said' }),
      quotation(AGENCY, 'We will sail at dawn,', { ...roe, speaker: 'Minister Jo Roe', cue: 'said' }),
      quotation(RADIO, 'سنبحر عند الفجر', { speaker: 'الوزير', speakerKey: 'wazir' }),
    ],
    datings: [{ articleId: PAPER.id, date: '2025-12-15', origin: 'inferred', reason: 'It says so.' }],
    timeline: [
      entry(PAPER, 'On Sunday', 'On Sunday they sent 12 ships', '2025-12-14', { group: 'e' }),
      entry(AGENCY, 'on December 14', 'Some 20 ships were sent on December 14', '2025-12-14', { group: 'e' }),
      entry(WIRE, 'On Sunday', 'On Sunday, 20 ships were sent', '2025-12-14', { group: 'e' }),
    ],
    facts: [
      { ...fact('ships were sent', [AGENCY, WIRE, PAPER], [PAPER]), independent: 2 },
      fact('The harbour is closed.', [PAPER]),
    ],
    ...more,
  });
}
