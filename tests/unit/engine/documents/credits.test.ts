import { describe, expect, it } from 'vitest';
import { datelineAgency, parseByline, parseCredit } from '../../../../electron/engine/documents/credits.ts';

describe('parseByline', () => {
  it.each([
    ['By Jane Doe', 'Jane Doe'],
    ['BY JANE DOE', 'JANE DOE'],
    ['By Jane Doe and John P. Smith', 'Jane Doe and John P. Smith'],
    ['By Jane Doe, John Smith and Ursula von der Heide', 'Jane Doe, John Smith and Ursula von der Heide'],
    ['By Jane Doe in Berlin', 'Jane Doe'],
    ['By Jane Doe, Diplomatic correspondent', 'Jane Doe'],
    ['Written by Jane Doe', 'Jane Doe'],
    ['Author: Jane Doe', 'Jane Doe'],
  ])('reads %s', (line, byline) => {
    expect(parseByline(line)).toBe(byline);
  });

  it.each([
    'By Friday the council will vote.',
    'By the sea',
    'By and large it went well',
    'Jane Doe',
    'By Jane Doe said it was over.',
  ])('leaves alone: %s', (line) => {
    expect(parseByline(line)).toBeNull();
  });
});

describe('parseCredit', () => {
  it.each(['(constructor)', 'toString', 'Source of the fire'])('finds no credit in: %s', (line) => {
    expect(parseCredit(line)).toBeNull();
  });

  it.each<[string, string | null]>([
    ['(reuters, tasr, pir)', 'Reuters, TASR'],
    ['(AP)', 'AP'],
    ['[AFP/dpa]', 'AFP, dpa'],
    ['(tm, pir)', null],
    ['Source: The Daily', 'The Daily'],
    ['— Reuters', 'Reuters'],
    ['With files from The Associated Press', 'Associated Press'],
    ['Associated Press', 'Associated Press'],
    ['(Reporting by Jane Doe; Editing by John Smith)', null],
    ['Jane Doe and John Smith contributed to this report.', null],
  ])('reads %s', (line, source) => {
    expect(parseCredit(line)).toEqual({ source, byline: null });
  });

  it.each([
    '(He did not say when.)',
    '(more to follow)',
    '(see page 3)',
    'With Reuters reporters waiting outside, he left by the back door.',
    'The talks went on.',
    'Source: https://example.org',
  ])('leaves alone: %s', (line) => {
    expect(parseCredit(line)).toBeNull();
  });
});

describe('datelineAgency', () => {
  it.each<[string, string | null]>([
    ['BERLIN, Dec 15 (Reuters) - The talks went on.', 'Reuters'],
    ['WASHINGTON (AP) — The talks went on.', 'AP'],
    ['KYIV, Ukraine (AP/AFP) -- The talks went on.', 'AP, AFP'],
    ['BERLIN (dpa): The talks went on.', 'dpa'],
    ['The agency (AP) said the talks went on.', null],
    ['Berlin is the capital (Reuters was there).', null],
  ])('reads %s', (paragraph, agency) => {
    expect(datelineAgency(paragraph)).toBe(agency);
  });
});
