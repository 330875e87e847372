import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  enveloped,
  parseArgument,
  SynopticError,
  toErrorShape,
  unwrap,
} from '../../../electron/api/index.ts';
import { articleIds, browse, budget, importFile } from '../../../electron/api/schemas.ts';

describe('an argument', () => {
  test.each([
    ['no words', budget, { words: 0 }],
    ['half a word', budget, { words: 1.5 }],
    ['two lengths at once', budget, { words: 5, sentences: 2 }],
    ['more than all', budget, { ratio: 1.01 }],
    ['no articles', articleIds, []],
    ['a path for an id', articleIds, ['../../etc/passwd']],
    ['bytes that are none', importFile, { relativePath: 'a.txt', bytes: 'text' }],
    ['a negative offset', browse, { query: '', filters: { values: {}, match: 'all' }, offset: -1, limit: 1 }],
    [
      'a field nobody knows',
      browse,
      { query: '', filters: { values: { colour: [] }, match: 'all' }, offset: 0, limit: 1 },
    ],
    [
      'a very long query',
      browse,
      { query: 'a'.repeat(1001), filters: { values: {}, match: 'all' }, offset: 0, limit: 1 },
    ],
  ])('that gives %s is refused', (_what, schema, argument) => {
    expect(() => parseArgument(schema as v.GenericSchema, argument)).toThrow(SynopticError);
  });

  test('that is refused is not repeated in the error', () => {
    try {
      parseArgument(v.object({ name: v.number() }), { name: 'a secret' });
      expect.unreachable();
    } catch (thrown) {
      expect(JSON.stringify(toErrorShape(thrown))).not.toContain('secret');
      expect(toErrorShape(thrown)).toMatchObject({ code: 'invalid-argument' });
    }
  });

  test('names an article twice only once', () => {
    expect(parseArgument(articleIds, ['abcdef123456', 'abcdef123456'])).toEqual(['abcdef123456']);
  });
});

describe('an error', () => {
  test('crosses with its code and hint, and comes out as it went in', async () => {
    const envelope = await enveloped(() =>
      Promise.reject(new SynopticError('no-library', 'None.', 'Open one.')),
    );
    expect(structuredClone(envelope)).toEqual({
      error: { code: 'no-library', message: 'None.', hint: 'Open one.' },
    });
    expect(() => unwrap(envelope)).toThrow(
      expect.objectContaining({ code: 'no-library', hint: 'Open one.' }),
    );
  });

  test('that nobody foresaw crosses without its message, which could hold article text', async () => {
    const envelope = await enveloped(() => Promise.reject(new Error('the text of an article')));
    expect(JSON.stringify(envelope)).not.toContain('article');
    expect(envelope).toMatchObject({ error: { code: 'internal' } });
  });
});
