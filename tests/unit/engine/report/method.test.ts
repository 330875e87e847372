import { describe, expect, it } from 'vitest';
import { method } from '../../../../electron/engine/report/method.ts';
import { briefModel } from '../../../../electron/engine/report/model.ts';
import { compared } from './compared-sample.ts';
import { accountOf, article, input, parts } from './sample.ts';

const noted = (given: Parameters<typeof briefModel>[0]) => method(briefModel(given));

describe('the method note', () => {
  it('says that the brief was made offline', () => {
    expect(noted(input([article('a')])).at(-1)).toBe(
      'Made with Synoptic on 5 January 2026, on one computer and without a network.',
    );
  });

  it('speaks of letters and accounts only where there are several articles', () => {
    expect(noted(input([article('a')])).join(' ')).not.toMatch(/letter|account/);
    const several = noted(input([article('a'), article('b')])).join(' ');
    expect(several).toMatch(/boxed letter/);
    expect(several).toMatch(/count as one account/);
  });

  it('speaks of what the brief has', () => {
    const all = noted(compared()).join(' ');
    for (const word of [/Differences are looked for/, /Quotations are/, /Days are worked out/])
      expect(all).toMatch(word);
    const few = noted(input([article('a'), article('b')], { parts: parts('quotations') })).join(' ');
    for (const word of [/Differences are looked for/, /Quotations are/, /Days are worked out/, /summary/])
      expect(few).not.toMatch(word);
  });

  it('does not speak of agreement where all articles are one account', () => {
    const [a, b] = [article('a'), article('b')];
    expect(noted(input([a, b], { accounts: [accountOf(a.id, b.id)] }))[0]).not.toContain('agree');
  });
});
