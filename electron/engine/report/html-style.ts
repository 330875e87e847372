import type { Paper } from '../../api/index.ts';
import { cssString } from './escape.ts';
import { NOTES_STYLE } from './html-notes.ts';
import { COMPARED_STYLE } from './html-style-compared.ts';

const WIDTH: Readonly<Record<Paper, string>> = { A4: '210mm', Letter: '8.5in' };
const LONGEST_FOOTER = 70;

function footer(title: string): string {
  const characters = [...title];
  const short =
    characters.length > LONGEST_FOOTER ? `${characters.slice(0, LONGEST_FOOTER).join('').trimEnd()}…` : title;
  return cssString(`${short}: a brief`);
}

/**
 * The brief's own style: one narrow column for labels, one for text. It prints in ink alone, so nothing
 * depends on colour; the colours are those of the page's tokens, and paper is always light.
 */
export function briefStyle(title: string, paper: Paper): string {
  return `:root {
  color-scheme: light dark;
  --desk: light-dark(oklch(0.958 0.005 88), oklch(0.175 0.004 80));
  --sheet: light-dark(#fff, oklch(0.245 0.005 80));
  --edge: light-dark(oklch(0.78 0.007 88), oklch(0.41 0.005 80));
  --rule: light-dark(#8c8780, oklch(0.58 0.006 80));
  --ink: light-dark(#1c1a18, oklch(0.905 0.008 88));
  --ink-2: light-dark(#55504a, oklch(0.765 0.008 88));
  --account-1: light-dark(oklch(0.41 0.15 258), oklch(0.7 0.15 248));
  --account-2: light-dark(oklch(0.4 0.12 38), oklch(0.69 0.155 48));
  --account-3: light-dark(oklch(0.53 0.11 100), oklch(0.86 0.1 100));
  --account-4: light-dark(oklch(0.5 0.16 0), oklch(0.8 0.1 0));
  --account-5: light-dark(oklch(0.53 0.1 225), oklch(0.88 0.085 205));
  --account-6: light-dark(oklch(0.32 0.03 260), oklch(0.65 0.012 260));
  --serif: "Source Serif 4", Charter, "Iowan Old Style", "Noto Serif", Georgia, serif;
  --sans: Inter, "Segoe UI", -apple-system, system-ui, "Noto Sans", sans-serif;
}
* { box-sizing: border-box; margin: 0; padding: 0; }
body { background: var(--desk); color: var(--ink); font: 9pt/13.5pt var(--sans); }
main { background: var(--sheet); width: min(${WIDTH[paper]}, 100%); margin: 32px auto; padding: 22mm 20mm 24mm; box-shadow: 0 0 0 1px var(--edge); }
header, section { position: relative; padding-left: 36mm; }
section { margin-top: 5mm; }
/* A block of its own that is never split, so that no page ends on a section's rule. */
section::before { content: ""; display: block; height: 3mm; margin-left: -36mm; border-top: 0.5pt solid var(--rule); contain: size; break-inside: avoid; break-after: avoid; }
ol, ul { list-style: none; }
.label { position: absolute; left: 0; width: 31mm; }
header .label { font-weight: 600; line-height: 32pt; }
h1 { font: 600 24pt/28pt var(--serif); letter-spacing: -0.01em; text-wrap: balance; overflow-wrap: break-word; }
header p:not(.label) { color: var(--ink-2); padding-top: 1mm; }
h2 { font: 600 9pt/15pt var(--sans); }
.label p { font-size: 8pt; line-height: 11pt; color: var(--ink-2); padding-top: 1mm; }
li, .text p, blockquote, pre { font: 400 10.5pt/14.5pt var(--serif); padding-bottom: 1.6mm; text-wrap: pretty; overflow-wrap: break-word; orphans: 2; widows: 2; }
section > ol > li { break-inside: avoid; }
.numbered { counter-reset: passage; }
.numbered > li { position: relative; counter-increment: passage; }
.numbered > li::before { content: counter(passage); position: absolute; inset-inline-start: -5mm; width: 3.5mm; text-align: end; font: 400 8pt/14.5pt var(--sans); font-variant-numeric: tabular-nums; color: var(--ink-2); }
.cited { display: inline-flex; flex-wrap: wrap; align-items: center; vertical-align: 0.5pt; margin-inline-start: 1mm; font: 600 8pt/11pt var(--sans); white-space: nowrap; }
.cited a, .letter { color: var(--account); text-decoration: none; min-width: 9pt; text-align: center; }
.own { box-shadow: inset 0 0 0 0.75pt var(--account); border-radius: 1.5pt; min-width: 11pt; height: 11pt; margin-inline-end: 2pt; }
.rewrite { font-weight: 400; }
a:hover { text-decoration: underline; }
:target { background: light-dark(oklch(0.945 0.03 95), oklch(0.305 0.022 90)); }
.support { font: 400 8pt/11pt var(--sans); color: var(--ink-2); margin-inline-start: 1.5mm; }
.sources li { display: grid; grid-template-columns: 7mm minmax(0, 1fr); }
.sources .letter { font: 600 11pt/15pt var(--serif); text-align: start; }
.title { display: block; }
.sources small { display: block; font: 400 8pt/12pt var(--sans); color: var(--ink-2); overflow-wrap: anywhere; }
.account-1 { --account: var(--account-1); }
.account-2 { --account: var(--account-2); }
.account-3 { --account: var(--account-3); }
.account-4 { --account: var(--account-4); }
.account-5 { --account: var(--account-5); }
.account-6 { --account: var(--account-6); }
h3 { font: 600 11pt/15pt var(--serif); padding-bottom: 1.6mm; text-wrap: pretty; overflow-wrap: break-word; break-after: avoid; break-inside: avoid; }
/* Chromium names an outline entry by its lines put together, less the spaces that lines hide at their ends. */
h1, h3 { white-space: break-spaces; }
/* Readers of PDF text take a hyphen at a line's end for hyphenation and drop it. */
.whole { white-space: nowrap; }
h3.made { font-weight: 400; font-style: italic; }
h3 .own { display: inline-block; font: 600 8pt/11pt var(--sans); vertical-align: 1pt; margin-inline-end: 1mm; }
article + article { padding-top: 3mm; }
article li { break-inside: avoid; }
h4, h5, h6 { font: 600 10.5pt/14.5pt var(--serif); padding: 1mm 0 1mm; break-after: avoid; break-inside: avoid; }
.text li { padding-inline-start: 5mm; position: relative; }
.text li::before { content: "–"; position: absolute; inset-inline-start: 0; }
.text li.marked::before { content: none; }
.text li.marked { padding-inline-start: 0; }
.text .level-2 { margin-inline-start: 5mm; }
.text .level-3 { margin-inline-start: 10mm; }
blockquote { padding-inline-start: 4mm; border-inline-start: 1.5pt solid var(--edge); margin-bottom: 1.6mm; padding-bottom: 0; }
pre { white-space: pre-wrap; font: 400 8.5pt/12pt ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; }
${COMPARED_STYLE}
${NOTES_STYLE}
.note { font: 400 9.5pt/13pt var(--serif); padding-bottom: 1.5mm; break-inside: avoid; }
@page {
  size: ${paper === 'A4' ? 'A4' : 'letter'};
  margin: 17mm 20mm 19mm;
  @bottom-left { content: ${footer(title)}; font: 8pt Inter, sans-serif; color: #55504a; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 8pt Inter, sans-serif; color: #55504a; }
}
@media print {
  :root { color-scheme: light; }
  body { background: none; print-color-adjust: exact; }
  main { width: auto; margin: 0; padding: 0; box-shadow: none; }
  :target { background: none; }
}
@media screen and (max-width: 640px) {
  main { margin: 0; padding: 24px 20px 32px 28px; box-shadow: none; }
  header, section { padding-left: 0; }
  section::before { margin-left: 0; }
  .label { position: static; width: auto; padding-bottom: 2mm; }
  .facts-section { overflow-x: auto; }
}`;
}
