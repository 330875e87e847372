import type { DifferenceView, ReadingView } from './differences.ts';
import { escapeHtml as escape } from './escape.ts';
import { cited, note, section, words } from './html-parts.ts';
import { languageOf } from './html-text.ts';
import type { BriefModel } from './model.ts';
import type { SaidView, SpeakerView, UtteranceView } from './quotations.ts';
import type { DateView, EventView } from './timeline.ts';
import {
  dateOf,
  differencesNote,
  expressionOf,
  KINDS,
  NONE_FOUND,
  NOT_NAMED,
  ONLY_ONE_NOTE,
  OTHERWISE,
  PARTS,
  quotationsNote,
  SEVERITIES,
  timelineNote,
} from './wording-parts.ts';

/** Letters at the left whatever the language, so that they stand in one column. */
function item(model: BriefModel, said: SaidView | ReadingView): string {
  return `<li>${cited(model, said)} ${words(said.cut, said.source)}</li>`;
}

export function onlyOneSection(model: BriefModel): string {
  if (!model.onlyOne) return '';
  const items = model.onlyOne.map(
    (passage) =>
      `<li${languageOf(passage.source.article)}>${words(passage.sentence.text, passage.source)} ${cited(model, passage)}</li>`,
  );
  return section(
    'only-one',
    PARTS.onlyOne,
    items.length > 0 ? `<ol>${items.join('\n')}</ol>` : note(NONE_FOUND.onlyOne),
    items.length > 0 ? ONLY_ONE_NOTE : '',
  );
}

function difference(model: BriefModel, { discrepancy, readings }: DifferenceView): string {
  const { kind, about, severity, what } = discrepancy;
  const head = `<p class="head"><b>${KINDS[kind]}:</b> <bdi>${escape(about)}</bdi> <span class="severity">${SEVERITIES[severity]}</span></p>`;
  const said = what ? `<p class="what">${escape(what)}</p>` : '';
  const items = readings.map((reading) => item(model, reading)).join('\n');
  return `<div class="difference">${head}${said}<ul class="readings">${items}</ul></div>`;
}

export function differencesSection(model: BriefModel): string {
  const view = model.differences;
  if (!view) return '';
  const content = view.shown.map((each) => difference(model, each)).join('\n');
  return section(
    'differences',
    PARTS.differences,
    content ? `<div>${content}</div>` : note(NONE_FOUND.differences),
    differencesNote(view),
  );
}

function utterance(model: BriefModel, said: UtteranceView): string {
  const otherwise = said.otherwise.map((version) => item(model, version)).join('\n');
  const more = otherwise ? `<p class="what">${OTHERWISE}</p><ul class="readings">${otherwise}</ul>` : '';
  return `<li>${cited(model, said)} ${words(said.cut, said.source)}${more}</li>`;
}

function speaker(model: BriefModel, { name, utterances }: SpeakerView): string {
  const said = utterances.map((each) => utterance(model, each)).join('\n');
  const head =
    name === null
      ? `<p class="head">${NOT_NAMED}</p>`
      : `<p class="head"><b><bdi>${escape(name)}</bdi></b></p>`;
  return `<div class="speaker">${head}<ul class="readings">${said}</ul></div>`;
}

export function quotationsSection(model: BriefModel): string {
  const view = model.quotations;
  if (!view) return '';
  const content = view.speakers.map((each) => speaker(model, each)).join('\n');
  return section(
    'quotations',
    PARTS.quotations,
    content ? `<div>${content}</div>` : note(NONE_FOUND.quotations),
    content ? `${quotationsNote(view)}. What stands around their words is in grey` : '',
  );
}

function event(model: BriefModel, given: EventView): string {
  const dated = given.expressions.map((each) => escape(expressionOf(model, each))).join('<br>');
  return `<tr><td class="dated">${dated}</td><td${languageOf(given.source.article)}>${words(given.cut, given.source)} ${cited(model, given)}</td></tr>`;
}

/** One table a date, so that its date stands again over what goes on on the next page. */
function day(model: BriefModel, { date, events }: DateView): string {
  const rows = events.map((each) => event(model, each)).join('\n');
  return `<table class="day"><thead><tr><th colspan="2" scope="colgroup">${escape(dateOf(date))}</th></tr></thead>\n<tbody>${rows}</tbody></table>`;
}

export function timelineSection(model: BriefModel): string {
  const view = model.timeline;
  if (!view) return '';
  const content = view.dates.map((each) => day(model, each)).join('\n');
  return section(
    'timeline',
    PARTS.timeline,
    content ? `<div>${content}</div>` : note(NONE_FOUND.timeline),
    timelineNote(view),
  );
}
