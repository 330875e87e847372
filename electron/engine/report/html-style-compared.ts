/** The style of what comparing gives: differences, quotations, timeline, and who reports what. */
export const COMPARED_STYLE = `.head { font: 400 9pt/14pt var(--sans); color: var(--ink-2); break-after: avoid; break-inside: avoid; overflow-wrap: break-word; }
.head b { font-weight: 600; color: var(--ink); }
.severity { font-size: 8pt; float: inline-end; }
.what { font: 400 8pt/11pt var(--sans); color: var(--ink-2); padding-bottom: 0.4mm; overflow-wrap: break-word; text-wrap: pretty; break-inside: avoid; }
.head + .what, .readings .what { break-after: avoid; }
.difference, .speaker { padding-bottom: 2.6mm; }
.difference:not(:has(.readings > li:nth-child(6))) { break-inside: avoid; }
.readings > li { display: grid; grid-template-columns: 17mm minmax(0, 1fr); padding: 0.6mm 0 0.4mm; font-size: 10pt; line-height: 14pt; break-inside: avoid; }
.readings > li:first-child { break-before: avoid; }
.readings .cited { display: flex; flex-wrap: wrap; align-content: flex-start; margin: 1.6pt 1mm 0 0; }
.readings .words { display: block; grid-column: 2; }
.readings > li > .what, .readings > li > .readings { grid-column: 2; }
.speaker .readings > li { grid-template-columns: 13mm minmax(0, 1fr); }
.words, .title { unicode-bidi: isolate; }
b { font-weight: 600; }
.quiet { color: var(--ink-2); }
table { border-collapse: collapse; width: 100%; }
tr, .facts-section li { break-inside: avoid; }
thead { break-after: avoid; }
.facts-section li { font-size: 10pt; line-height: 14pt; }
th { font-weight: 400; text-align: start; }
.day { margin-bottom: 1.4mm; }
.day th { font: 600 9pt/14pt var(--sans); }
.day td { vertical-align: top; font: 400 10pt/14pt var(--serif); padding-bottom: 1mm; text-wrap: pretty; overflow-wrap: break-word; }
.day .dated { width: 32mm; padding-right: 3mm; font: 400 8pt/11pt var(--sans); padding-top: 2pt; color: var(--ink-2); }
.matrix thead th, .matrix .count { font: 400 8pt/11pt var(--sans); color: var(--ink-2); }
.matrix thead th { width: 7mm; text-align: center; padding-bottom: 1mm; vertical-align: bottom; position: relative; }
.matrix thead .letter { font: 600 11pt/14pt var(--serif); }
.matrix thead .tied::after { content: ""; position: absolute; right: 50%; width: 7mm; bottom: 0.3mm; height: 0.8mm; border: 0.5pt solid var(--rule); border-top: 0; }
.matrix thead .count, .matrix .count { width: 18mm; text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.matrix tbody tr { border-top: 0.5pt solid var(--edge); }
.matrix tbody th { font: 400 9.5pt/13pt var(--serif); padding: 0.9mm 3mm 0.9mm 0; overflow-wrap: anywhere; text-wrap: pretty; }
.matrix tbody .letter, .facts-section li .letter { font: 600 8pt/11pt var(--sans); }
.matrix td { text-align: center; vertical-align: top; padding: 0.9mm 0; }
.square { display: inline-block; width: 13pt; font: 600 8pt/13pt var(--sans); text-align: center; border-radius: 1.5pt; background: color-mix(in oklab, var(--account) 18%, var(--sheet)); }
.square.differs { background: none; box-shadow: inset 0 0 0 1pt var(--account); }
.matrix + .what { padding-top: 1.6mm; break-before: avoid; }
.wide { padding-left: 0; }
.wide::before { margin-left: 0; }
.wide .label { position: static; width: auto; padding-bottom: 1.6mm; break-after: avoid; }`;
