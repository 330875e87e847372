import type { DifferenceView, ReadingView } from './differences.ts';
import { escapeMarkdown as escape } from './escape.ts';
import type { FactsView } from './facts.ts';
import { cutText, marks } from './markdown-parts.ts';
import type { BriefModel } from './model.ts';
import type { SaidView, UtteranceView } from './quotations.ts';
import type { Source } from './sources.ts';
import {
  dateOf,
  differencesNote,
  expressionOf,
  factsLegend,
  factsNote,
  KINDS,
  NONE_FOUND,
  NOT_NAMED,
  ONLY_ONE_NOTE,
  OTHERWISE,
  outOf,
  PARTS,
  quotationsNote,
  REPORTED_BY,
  SEVERITIES,
  timelineNote,
} from './wording-parts.ts';

function part(name: string, note: string, content: readonly string[], none: string): readonly string[] {
  return [`## ${name}`, ...(note ? [`*${note}*`] : []), ...(content.length > 0 ? content : [none])];
}

export function onlyOnePart({ onlyOne }: BriefModel): readonly string[] {
  if (!onlyOne) return [];
  const items = onlyOne.map(({ sentence, marks: list }) => `- ${escape(sentence.text)} ${marks(list)}`);
  const note = items.length > 0 ? ONLY_ONE_NOTE : '';
  return part(PARTS.onlyOne, note, items.length > 0 ? [items.join('\n')] : [], NONE_FOUND.onlyOne);
}

function item(said: SaidView | ReadingView): string {
  return `- ${marks(said.marks)} ${cutText(said.cut)}`;
}

function difference({ discrepancy, readings }: DifferenceView): readonly string[] {
  const { kind, about, severity, what } = discrepancy;
  const head = `**${KINDS[kind]}:** ${escape(about)} (${SEVERITIES[severity].toLowerCase()})`;
  return [what ? `${head}  \n${escape(what)}` : head, readings.map(item).join('\n')];
}

export function differencesPart({ differences }: BriefModel): readonly string[] {
  if (!differences) return [];
  const content = differences.shown.flatMap(difference);
  return part(PARTS.differences, differencesNote(differences), content, NONE_FOUND.differences);
}

function utterance(said: UtteranceView): string {
  const otherwise = said.otherwise.map((version) => `\n  ${item(version)}`);
  return otherwise.length > 0 ? `${item(said)}  \n  *${OTHERWISE}*${otherwise.join('')}` : item(said);
}

export function quotationsPart({ quotations }: BriefModel): readonly string[] {
  if (!quotations) return [];
  const content = quotations.speakers.flatMap(({ name, utterances }) => [
    `### ${name === null ? NOT_NAMED : escape(name)}`,
    utterances.map(utterance).join('\n'),
  ]);
  return part(PARTS.quotations, quotationsNote(quotations), content, NONE_FOUND.quotations);
}

export function timelinePart(model: BriefModel): readonly string[] {
  const { timeline } = model;
  if (!timeline) return [];
  const content = timeline.dates.flatMap(({ date, events }) => [
    `### ${escape(dateOf(date))}`,
    events
      .map((event) => {
        const dated = event.expressions.map((each) => expressionOf(model, each)).join('; ');
        return `- ${cutText(event.cut)} ${marks(event.marks)} (${escape(dated)})`;
      })
      .join('\n'),
  ]);
  return part(PARTS.timeline, timelineNote(timeline), content, NONE_FOUND.timeline);
}

function matrix(model: BriefModel, { rows }: FactsView, columns: readonly Source[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  // One account has nobody to be independent of.
  const counted = model.accountCount > 1;
  const head = line(['Fact', ...columns.map(({ letter }) => letter), ...(counted ? ['Independent'] : [])]);
  const rule = line(['---', ...columns.map(() => ':-:'), ...(counted ? ['--:'] : [])]);
  const body = rows.map((row) => {
    const cells = columns.map((source) => {
      const report = row.reports.get(source);
      return !report ? '' : report.differs ? '≠' : source.letter;
    });
    return line([
      `${escape(row.fact.excerpt.text)} **${row.source.letter}**`,
      ...cells,
      ...(counted ? [outOf(model, row)] : []),
    ]);
  });
  return [head, rule, ...body].join('\n');
}

function list(model: BriefModel, { rows }: FactsView): string {
  const letters = (name: string, sources: readonly Source[]) =>
    sources.length > 0 ? ` ${name} ${sources.map(({ letter }) => letter).join(' ')}` : '';
  return rows
    .map((row) => {
      const differing = [...row.reports].filter(([, { differs }]) => differs).map(([source]) => source);
      const same = [...row.reports.keys()].filter((source) => !differing.includes(source));
      const reported = `${letters(REPORTED_BY.same, same)}${letters(` ${REPORTED_BY.differs}`, differing)}`;
      return `- ${escape(row.fact.excerpt.text)} **${row.source.letter}**  \n  ${outOf(model, row)} independent;${reported}`;
    })
    .join('\n');
}

export function factsPart(model: BriefModel): readonly string[] {
  const { facts } = model;
  if (!facts) return [];
  const picture = facts.columns ? matrix(model, facts, facts.columns) : list(model, facts);
  const legend = escape(factsLegend(model, facts));
  const content = facts.rows.length > 0 ? [picture, ...(legend ? [legend] : [])] : [];
  return part(PARTS.facts, factsNote(facts), content, NONE_FOUND.facts);
}
