import { describe, expect, test } from 'vitest';
import type { Account, Alignment, Discrepancy, SentenceId } from '../../../../electron/api/index.ts';
import { withDismissals } from '../../../../electron/engine/compare/dismissals.ts';
import { factsOf } from '../../../../electron/engine/compare/facts.ts';
import type { Analysis } from '../../../../electron/engine/language/analysis.ts';
import { analysed } from '../articles.ts';

const A = analysed('a.txt', ['The Tern sank on Monday.', 'Twelve people are dead.', 'Divers wait.']);
const B = analysed('b.txt', [
  'On Monday, while the harbour was celebrating its hundredth year with music and boats from many towns, the Tern sank.',
  'Fourteen people have died.',
]);
const C = analysed('c.txt', ['The Tern went down on Monday, people said.', 'Prices rose.']);
const ALL = [A, B, C];

const id = (analysis: Analysis, at: number): SentenceId => {
  const sentence = analysis.sentences.filter(({ position }) => position >= 0)[at];
  if (!sentence) throw new Error('no such sentence');
  return sentence.id;
};
const alignment = (...groups: SentenceId[][]): Alignment => ({
  articleIds: ALL.map(({ articleId }) => articleId),
  pairs: [],
  groups: groups.map((sentences) => ({ sentences })),
  unique: [],
});
const accounts = (...members: Analysis[][]): Account[] =>
  members.map((each, index) => ({
    id: `account-${index}`,
    articleIds: each.map(({ articleId }) => articleId),
    reason: '',
  }));
const claim = (analysis: Analysis, at: number) => {
  const sentence = analysis.sentences.find((each) => each.id === id(analysis, at));
  const text = sentence?.text ?? '';
  const whole = { start: 0, end: text.length };
  return {
    value: { articleId: analysis.articleId, sentenceId: id(analysis, at), text, ...whole },
    context: whole,
  };
};
const dead: Discrepancy = {
  id: 'd',
  kind: 'number',
  severity: 'conflict',
  about: 'dead',
  what: 'They differ on how many are dead.',
  readings: [{ claims: [claim(A, 1)] }, { claims: [claim(B, 1)] }],
  dismissed: false,
};

describe('facts', () => {
  test('are a group of aligned sentences each, or one that stands alone', () => {
    const facts = factsOf(ALL, alignment([id(A, 0), id(B, 0), id(C, 0)]), accounts([A], [B], [C]), []);
    expect(facts).toHaveLength(5);
    expect(facts[0]).toMatchObject({
      excerpt: { text: 'The Tern sank on Monday.', sentenceId: id(A, 0) },
      independent: 3,
    });
    expect(facts[0]?.reports.map(({ articleId }) => articleId)).toEqual(ALL.map((each) => each.articleId));
    expect(facts.slice(1).map(({ independent }) => independent)).toEqual([1, 1, 1, 1]);
  });

  test('are no questions', () => {
    const asking = analysed('asking.txt', ['What now?', 'Divers wait.', '“Who is to pay for it?”']);
    expect(factsOf([asking], alignment(), accounts([asking]), []).map(({ excerpt }) => excerpt.text)).toEqual(
      ['Divers wait.'],
    );
  });

  test('count rewrites of one text once', () => {
    const [fact] = factsOf(ALL, alignment([id(A, 0), id(B, 0), id(C, 0)]), accounts([A, C], [B]), []);
    expect(fact?.independent).toBe(2);
  });

  test('show of a long sentence the clauses that others have too', () => {
    const [fact] = factsOf([B, C], alignment([id(B, 0), id(C, 0)]), accounts([B], [C]), []);
    expect(fact?.excerpt.text).toBe('The Tern went down on Monday, people said.');
    const long = analysed('long.txt', [
      'The Tern went down on Monday with all its cargo, while the harbour was celebrating its hundredth year with music and boats.',
    ]);
    const longer = analysed('longer.txt', [
      'On Monday the Tern went down with its cargo, according to several people on the quay who had watched it from the start to the end.',
    ]);
    const [cut] = factsOf(
      [long, longer],
      alignment([id(long, 0), id(longer, 0)]),
      accounts([long], [longer]),
      [],
    );
    expect(cut?.excerpt.text).toBe('The Tern went down on Monday with all its cargo');
  });

  describe('with a difference', () => {
    const partly: Alignment = {
      ...alignment(),
      pairs: [{ a: id(A, 1), b: id(B, 1), score: 0.7, strength: 'partial' }],
    };
    const reports = (aligned: Alignment, difference: Discrepancy) =>
      factsOf(ALL, aligned, accounts([A], [B], [C]), [difference]).find(
        ({ excerpt }) => excerpt.sentenceId === id(A, 1),
      )?.reports;
    const own = { articleId: A.articleId, sentenceId: id(A, 1), differs: false };

    test('say who reports them differently', () => {
      const other = { articleId: B.articleId, sentenceId: id(B, 1), differs: true };
      expect(reports(partly, dead)).toEqual([own, other]);
      expect(reports(alignment([id(A, 1), id(B, 1)]), dead)).toEqual([own, other]);
    });

    test('leave out who says it of something else, and who only chooses other words', () => {
      expect(reports(alignment(), dead)).toEqual([own]);
      expect(reports(partly, { ...dead, severity: 'framing' })).toEqual([own]);
    });
  });

  test('leave out a difference that the reader has put aside', () => {
    const facts = factsOf(ALL, alignment(), accounts([A], [B], [C]), [{ ...dead, dismissed: true }]);
    expect(facts.every(({ reports }) => reports.every(({ differs }) => !differs))).toBe(true);
  });
});

describe('dismissals', () => {
  const found = { ...dead, dismissed: undefined };
  const sentenceIds = [id(A, 1), id(B, 1)];

  test('put aside the difference that has no claim but theirs', () => {
    expect(withDismissals([found], [{ kind: 'number', sentenceIds }])).toMatchObject([{ dismissed: true }]);
    expect(
      withDismissals([found], [{ kind: 'number', sentenceIds: [...sentenceIds, id(C, 0)] }]),
    ).toMatchObject([{ dismissed: true }]);
  });

  test('put aside the words they name, and what shares words with these, not others of the sentences', () => {
    const spans = (start: number, end: number) => sentenceIds.map(() => ({ start, end }));
    const aside = (start: number, end: number) =>
      withDismissals([found], [{ kind: 'number', sentenceIds, spans: spans(start, end) }])[0]?.dismissed;
    expect(aside(3, 6)).toBe(true);
    expect(aside(500, 510)).toBe(false);
  });

  test.each([
    ['of another kind', [{ kind: 'date' as const, sentenceIds }]],
    ['that a new claim has come to', [{ kind: 'number' as const, sentenceIds: [id(A, 1)] }]],
    [
      'that two dismissals share',
      sentenceIds.map((each) => ({ kind: 'number' as const, sentenceIds: [each] })),
    ],
  ])('leave a difference %s', (_what, dismissed) => {
    expect(withDismissals([found], dismissed)).toMatchObject([{ dismissed: false }]);
  });
});
