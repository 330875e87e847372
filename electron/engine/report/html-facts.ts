import type { FactView, FactsView } from './facts.ts';
import { escapeHtml as escape } from './escape.ts';
import { note, section, words } from './html-parts.ts';
import type { BriefModel } from './model.ts';
import { accountKey, type Source } from './sources.ts';
import { factsLegend, factsNote, NONE_FOUND, outOf, PARTS, REPORTED_BY } from './wording-parts.ts';

/** Columns for which the words beside them have room next to the part's name; for more it stands above. */
const NARROW = 6;

function letter({ colour, letter: shown }: Source): string {
  return `<span class="letter account-${colour}">${shown}</span>`;
}

/** A letter over its column; a line ties it to the one before where both are one account. */
function columnHead(source: Source, before: Source | undefined): string {
  const tied = before && accountKey(before) === accountKey(source) ? ' class="tied"' : '';
  return `<th scope="col"${tied}>${letter(source)}</th>`;
}

function cell(source: Source, { reports }: FactView): string {
  const report = reports.get(source);
  if (!report) return '<td></td>';
  const [sort, shown] = report.differs ? [' differs', '≠'] : ['', source.letter];
  const spoken = report.differs ? ` aria-label="${source.letter} reports it differently"` : '';
  return `<td><span class="square account-${source.colour}${sort}"${spoken}>${shown}</span></td>`;
}

function fact({ fact: { excerpt }, source }: FactView): string {
  return `${words(excerpt.text, source)} ${letter(source)}`;
}

function table(model: BriefModel, { rows }: FactsView, columns: readonly Source[]): string {
  const heads = columns.map((source, index) => columnHead(source, columns[index - 1])).join('');
  // One account has nobody to be independent of.
  const [countHead, count] =
    model.accountCount > 1
      ? [
          `<th scope="col" class="count">Independent</th>`,
          (row: FactView) => `<td class="count">${outOf(model, row)}</td>`,
        ]
      : ['', () => ''];
  const body = rows.map(
    (row) =>
      `<tr><th scope="row">${fact(row)}</th>${columns.map((source) => cell(source, row)).join('')}${count(row)}</tr>`,
  );
  return `<table class="matrix"><thead><tr><td></td>${heads}${countHead}</tr></thead>\n<tbody>${body.join('\n')}</tbody></table>`;
}

function letters(name: string, sources: readonly Source[]): string {
  return sources.length > 0 ? ` ${name} ${sources.map(letter).join(' ')}` : '';
}

/** For more articles than a page has room for columns. */
function list(model: BriefModel, { rows }: FactsView): string {
  const items = rows.map((row) => {
    const differing = [...row.reports].filter(([, { differs }]) => differs).map(([source]) => source);
    const same = [...row.reports.keys()].filter((source) => !differing.includes(source));
    return `<li>${fact(row)}<p class="what">${outOf(model, row)} independent;${letters(REPORTED_BY.same, same)}${letters(` ${REPORTED_BY.differs}`, differing)}</p></li>`;
  });
  return `<ol>${items.join('\n')}</ol>`;
}

export function factsSection(model: BriefModel): string {
  const view = model.facts;
  if (!view) return '';
  const about = factsNote(view);
  if (view.rows.length === 0) return section('facts', PARTS.facts, note(NONE_FOUND.facts), about);
  const picture = view.columns ? table(model, view, view.columns) : list(model, view);
  const told = factsLegend(model, view);
  const legend = told ? `<p class="what">${escape(told)}</p>` : '';
  const wide = view.columns && view.columns.length > NARROW;
  return section('facts', PARTS.facts, `<div>${picture}${legend}</div>`, about, wide ? 'wide' : '');
}
