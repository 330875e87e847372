import type { Alignment, ArticleId, Comparison, SentenceId } from '../api/index.ts';
import { letterAt } from '../engine/report/sources.ts';
import { StoryReader } from '../engine/story-reader.ts';
import { printJson, type Command } from './command.ts';
import { readGiven } from './paths.ts';

export const compare: Command = {
  summary: 'Say what several accounts share, where they differ, whom they quote and when it happened.',
  usage: 'compare PATH… [--json]',
  details: [],
  options: {},
  async run(positionals, values, terminal) {
    const { articles, failures } = await readGiven(positionals, terminal);
    if (articles.length < 2) {
      terminal.err('synoptic: A comparison needs at least two articles.\n');
      return 1;
    }
    const comparison = new StoryReader().compare(articles);
    if (values['json']) printJson(terminal, { ...asJson(comparison), failures });
    else {
      const texts = articles.flatMap(({ blocks }) =>
        blocks.flatMap(({ sentences }) => sentences.map(({ id, text }) => [id, text] as const)),
      );
      terminal.out(asText(comparison, new Map(texts)));
    }
    return failures.length > 0 ? 1 : 0;
  },
};

/** Every pair once: those of a group together, the others each by itself. */
function alignmentsOf({ pairs, groups }: Alignment) {
  const groupOf = new Map<SentenceId, number>();
  groups.forEach(({ sentences }, index) => {
    for (const id of sentences) groupOf.set(id, index);
  });
  const inside = (a: SentenceId, b: SentenceId, index: number) =>
    groupOf.get(a) === index && groupOf.get(b) === index;
  const within = groups.map(({ sentences }, index) => ({
    sentences,
    pairs: pairs.filter(({ a, b }) => inside(a, b, index)),
  }));
  const between = pairs.filter(({ a, b }) => !groupOf.has(a) || groupOf.get(a) !== groupOf.get(b));
  return [...within, ...between.map((pair) => ({ sentences: [pair.a, pair.b], pairs: [pair] }))];
}

function asJson(comparison: Comparison) {
  const accountOf = new Map(
    comparison.accounts.flatMap(({ id, articleIds }) => articleIds.map((article) => [article, id] as const)),
  );
  return {
    articles: comparison.articles.map(({ id, path }) => ({ id, path, account: accountOf.get(id) })),
    accounts: comparison.accounts,
    derivation: comparison.derivation,
    alignments: alignmentsOf(comparison.alignment),
    unique: comparison.alignment.unique,
    facts: comparison.facts,
    discrepancies: comparison.discrepancies.map(({ id, kind, severity, about, what, readings }) => ({
      id,
      kind,
      severity,
      about,
      what,
      claims: readings.flatMap(({ claims }, reading) =>
        claims.map(({ value: { articleId, sentenceId, start, end, text } }) => ({
          articleId,
          sentenceId,
          value: text,
          start,
          end,
          reading,
        })),
      ),
    })),
    quotations: comparison.quotations.map((quotation) => ({
      articleId: quotation.articleId,
      sentenceId: quotation.sentenceId,
      sentences: quotation.sentences,
      start: quotation.start,
      end: quotation.end,
      text: quotation.whole,
      speaker: quotation.speaker,
      cue: quotation.cue,
      fragment: quotation.fragment,
      group: quotation.group,
    })),
    dates: comparison.datings,
    timeline: comparison.timeline.map((entry) => ({
      date: entry.date,
      end: entry.end,
      approximate: entry.approximate,
      expression: entry.expression.text,
      articleId: entry.articleId,
      sentenceId: entry.sentenceId,
      event: entry.event.text,
      group: entry.group,
    })),
  };
}

const section = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : `\n${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;

/** For a person at the prompt: letters for the articles, and each part as a list. */
function asText(comparison: Comparison, textOf: ReadonlyMap<SentenceId, string>): string {
  const { articles, accounts, facts, discrepancies, quotations, timeline } = comparison;
  const letters = new Map(articles.map(({ id }, index) => [id, letterAt(index)] as const));
  const letter = (id: ArticleId) => letters.get(id) ?? '?';
  const shared = facts.filter(({ independent }) => independent > 1);
  return (
    `${comparison.title}\n${articles.length} articles, ${accounts.length} independent accounts\n` +
    section(
      'Articles',
      articles.map(({ id, title, path }) => `${letter(id)} ${title} (${path})`),
    ) +
    section(
      'Rewrites of one text',
      accounts
        .filter(({ articleIds }) => articleIds.length > 1)
        .map(({ articleIds, reason }) => `${articleIds.map(letter).join(', ')}: ${reason}`),
    ) +
    section(
      'What several accounts report',
      shared.map(
        ({ excerpt, reports, independent }) =>
          `${independent} of ${accounts.length}  ${excerpt.text} [${reports
            .map(({ articleId, differs }) => `${letter(articleId)}${differs ? '≠' : ''}`)
            .join(' ')}]`,
      ),
    ) +
    section(
      'Differences',
      discrepancies.flatMap(({ kind, severity, what, readings }) => [
        `${kind}, ${severity}: ${what}`,
        ...readings.flatMap(({ claims }) =>
          claims.map(({ value, context }) => {
            const text = textOf.get(value.sentenceId)?.slice(context.start, context.end) ?? value.text;
            return `    ${letter(value.articleId)} ${text}`;
          }),
        ),
      ]),
    ) +
    section(
      'Quotations',
      quotations.map(({ whole, speaker, articleId }) => `${letter(articleId)} ${speaker ?? '–'}: “${whole}”`),
    ) +
    section(
      'Timeline',
      timeline.map(
        ({ date, end, approximate, event, articleId }) =>
          `${approximate ? '~' : ''}${date}${end ? ` to ${end}` : ''}  ${event.text} [${letter(articleId)}]`,
      ),
    )
  );
}
