import { describe, expect, it } from 'vitest';
import {
  forColumns,
  pageBox,
  pageCount,
  partStyles,
  pixels,
} from '../../../../../renderer/views/export/page.ts';

describe('pixels', () => {
  it.each([
    ['96px', 96],
    ['1in', 96],
    ['72pt', 96],
    ['25.4mm', 96],
    ['2.54cm', 96],
    ['0', 0],
    ['2em', undefined],
    ['auto', undefined],
    [undefined, undefined],
  ])('of %j is %j', (length, expected) => {
    const made = pixels(length);
    if (expected === undefined) expect(made).toBeUndefined();
    else expect(made).toBeCloseTo(expected, 6);
  });
});

describe('pageBox', () => {
  it('takes size from the paper and margins from the page rule, its margin boxes aside', () => {
    const css = 'p { margin: 5px } @page { @bottom-left { margin: 3in } size: A4; margin: 1in 2in 3in; }';
    const box = pageBox(css, 'Letter');
    expect(box).toMatchObject({ width: 816, height: 1056, top: 96, right: 192, bottom: 288, left: 192 });
  });

  it('has a margin of a centimetre where the style sheet has no page rule', () => {
    const { top, left } = pageBox('p { margin: 5px }', 'A4');
    expect([top, left]).toEqual([10 * (96 / 25.4), 10 * (96 / 25.4)]);
  });
});

describe('pageCount', () => {
  it.each([
    [100, 1],
    [220, 2],
    [340, 3],
    [0, 1],
  ])('of a flow %d wide is %d', (extent, pages) => {
    expect(pageCount(extent, 100, 20)).toBe(pages);
  });
});

describe('partStyles', () => {
  it('takes the style sheets out of a document, in their order', () => {
    const html = '<head><style>a{}</style><STYLE media="print">\nb{}</STYLE></head><body>c</body>';
    expect(partStyles(html)).toEqual({ markup: '<head></head><body>c</body>', css: 'a{}\n\nb{}' });
  });
});

describe('forColumns', () => {
  it.each([
    ['@media print { p { color: red } }', '@media all { p { color: red } }'],
    ['@media screen and (max-width: 9px) {}', '@media print and (max-width: 9px) {}'],
    ['h2 { break-before: page; }', 'h2 { break-before: column; }'],
    [':root { --ink: #000 }', 'html { --ink: #000 }'],
    ['html { --serif: "A", serif; --ink: #000 }', 'html {  --ink: #000 }'],
    ['@font-face { src: url(data:x) } p {}', ' p {}'],
  ])('makes of %j %j', (css, expected) => {
    expect(forColumns(css)).toBe(expected);
  });
});
