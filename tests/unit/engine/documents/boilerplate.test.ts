import { describe, expect, it } from 'vitest';
import { boilerplateReason } from '../../../../electron/engine/documents/boilerplate.ts';

describe('boilerplateReason', () => {
  it.each([
    ['share-links', 'Share on Facebook «||» Share on Twitter «||» Share on Reddit «||» Share on LinkedIn'],
    ['share-links', 'Facebook | X | WhatsApp | Email'],
    ['share-links', 'Share this article'],
    ['share-links', 'Tweet'],
    ['markup', 'FOR IMMEDIATE RELEASE'],
    ['markup', 'Press release:'],
    ['markup', '-ENDS-'],
    ['navigation', 'Back'],
    ['navigation', '« Back to top'],
    ['navigation', 'Source Article'],
    ['navigation', 'Read more'],
    ['navigation', 'Home > World > Europe'],
    ['navigation', 'Related: Council to vote on budget'],
    ['navigation', 'https://example.org/news/1'],
    ['generator', 'Generated on:'],
    ['generator', 'Generated on: 2025-12-15 14:30'],
    ['generator', 'Downloaded from example.org'],
    ['generator', 'Powered by WordPress'],
    ['advertisement', 'Advertisement'],
    ['advertisement', 'ADVERTISEMENT - SCROLL TO CONTINUE'],
    ['advertisement', 'Story continues below advertisement'],
    ['advertisement', 'Sign up for our daily newsletter'],
    ['advertisement', 'Subscribe now'],
    ['advertisement', 'We use cookies to improve your experience.'],
    ['copyright', '© 2025 The Daily. All rights reserved.'],
    ['copyright', 'Copyright 2025 The Daily'],
    ['copyright', 'All rights reserved.'],
  ])('calls %s: %s', (reason, line) => {
    expect(boilerplateReason(line)).toBe(reason);
  });

  it.each([
    'He shared the video on Facebook and X.',
    'Share prices fell on Monday',
    'Facebook',
    'Back in Berlin, the talks went on.',
    'Home sales fell in May',
    'The source of the article was not named.',
    'Print is dead',
    'Generated power fell by a third.',
    'Created in 1998 by two students, the firm has grown since.',
    'Advertisement spending rose last year.',
    'Subscribe to the idea or not, the vote is on Friday.',
    'The site uses cookies, regulators said.',
    'Copyright law is changing in Europe',
    'More than 100 people were hurt.',
    'More: a comedy of our time by a man who knew',
    'Link between smoking and cancer',
    '…',
    '',
  ])('leaves alone: %s', (line) => {
    expect(boilerplateReason(line)).toBeNull();
  });
});
