import type { Article, ArticleId } from '../api/index.ts';
import { derive } from '../engine/derived.ts';
import { printJson, type Command } from './command.ts';
import { readGiven, theFolder } from './paths.ts';

export const stories: Command = {
  summary: 'Group the articles of a folder by the event they report.',
  usage: 'stories DIR [--json]',
  details: [],
  options: {},
  async run(positionals, values, terminal) {
    const { articles, failures } = await readGiven([theFolder(positionals)], terminal);
    const byId = new Map<ArticleId, Article>(articles.map((article) => [article.id, article]));
    const found = derive(articles).stories.map(({ id, title, articleIds }) => ({
      id,
      title,
      articles: articleIds.flatMap((articleId) => {
        const article = byId.get(articleId);
        return article ? [{ id: article.id, path: article.path, title: article.title }] : [];
      }),
    }));
    if (values['json']) {
      printJson(terminal, { stories: found, failures });
    } else {
      for (const story of found) {
        terminal.out(`${story.title}\n${story.articles.map(({ path }) => `  ${path}\n`).join('')}\n`);
      }
    }
    return failures.length > 0 ? 1 : 0;
  },
};
