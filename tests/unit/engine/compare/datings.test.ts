import { describe, expect, it } from 'vitest';
import type { Article, ArticleId } from '../../../../electron/api/index.ts';
import { dateArticles } from '../../../../electron/engine/compare/datings.ts';
import { analyse } from '../../../../electron/engine/language/analysis.ts';
import { article } from '../articles.ts';
import { analysedSeeds } from '../seeds.ts';

function dated(articles: readonly Article[], corrected: readonly (readonly [ArticleId, string])[] = []) {
  return dateArticles(articles, articles.map(analyse), new Map(corrected)).map(
    ({ date, origin, reason }) => ({ date, origin, reason }),
  );
}

const STATED = article('stated.txt', ['The bridge fell on Sunday.'], { publishedAt: '2024-03-11T08:00:00Z' });

describe('dateArticles', () => {
  it('takes the reader’s date before all others, and the file’s before what the text tells', () => {
    const both = article('both.txt', ['OSLO, May 3, 2023 (Agency) - The bridge fell on Sunday.'], {
      publishedAt: '2024-03-11',
    });
    expect(dated([both])[0]).toMatchObject({ date: '2024-03-11', origin: 'stated' });
    expect(dated([both], [[both.id, '2024-03-12']])[0]).toMatchObject({
      date: '2024-03-12',
      origin: 'corrected',
    });
  });

  it('reads a dateline, with its year or with that of the other accounts', () => {
    const whole = article('whole.txt', ['OSLO, March 11, 2024 (Agency) - The bridge fell.']);
    const short = article('short.txt', ['OSLO, March 12 (Agency) - The bridge fell.']);
    expect(dated([whole])[0]).toMatchObject({ date: '2024-03-11', origin: 'stated' });
    expect(dated([short, STATED])[0]).toEqual({
      date: '2024-03-12',
      origin: 'inferred',
      reason: 'Its dateline is “March 12”, and other accounts of the same are dated 11 March 2024.',
    });
    expect(dated([short])[0]).toMatchObject({ date: null, origin: 'unknown' });
  });

  it('dates an article by the latest weekday it names, near the dates of the other accounts', () => {
    const late = article('late.txt', ['The bridge fell on Sunday.', 'On Tuesday divers came.']);
    expect(dated([STATED, late])[1]).toEqual({
      date: '2024-03-12',
      origin: 'inferred',
      reason:
        'Tuesday is the latest day of what it reports, and other accounts of the same are dated 11 March 2024.',
    });
  });

  it('takes no date over from accounts that are far apart', () => {
    const old = article('old.txt', ['The bridge was built.'], { publishedAt: '2019-01-01' });
    expect(dated([STATED, old, article('none.txt', ['The bridge fell on Sunday.'])])[2]).toMatchObject({
      date: null,
    });
  });

  it('infers the year in which what is told as a day of the month was the weekday of other accounts', async () => {
    const analyses = await analysedSeeds();
    const articles = analyses.map(({ articleId }) => ({ ...article('seed.txt', []), id: articleId }));
    const found = dateArticles(articles, analyses, new Map());
    expect(found.map(({ date }) => date)).toEqual([
      '2025-12-15',
      '2025-12-15',
      '2025-12-16',
      '2025-12-15',
      '2025-12-15',
    ]);
    expect(found[1]?.reason).toMatch(/^Monday is .*“December 14”.* Sunday.* 2025/);
  });

  it('leaves the year open where only a list of earlier days is told', () => {
    const list = article('list.txt', [
      'He was charged with fraud over the bridge contract on Oct. 27 in court.',
      'He was charged with tax fraud on Feb. 22.',
      'In 2017 the bridge was sold.',
    ]);
    const report = article('report.txt', [
      'He was charged with fraud over the bridge contract in court on Tuesday.',
    ]);
    const third = article('third.txt', [
      'He was in court on Tuesday, charged with fraud over the bridge contract.',
    ]);
    expect(dated([list, report, third]).map(({ date }) => date)).toEqual([null, null, null]);
  });

  it('takes a date in the path where nothing else tells, and says so', () => {
    const [found] = dated([article('2024/03/11/bridge.txt', ['The bridge fell.'])]);
    expect(found).toMatchObject({ date: '2024-03-11', origin: 'inferred' });
    expect(found?.reason).toContain('path');
    expect(dated([article('report-20249911.txt', ['The bridge fell.'])])[0]).toMatchObject({ date: null });
  });

  it('says of an article without a date what is missing', () => {
    expect(dated([article('a.txt', ['It fell on Sunday.'])])[0]?.reason).toBe(
      'It speaks of Sunday, but no account tells of which year.',
    );
  });
});
