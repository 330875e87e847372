/** What a query can name before a colon. */
export const FIELDS = ['title', 'text', 'source', 'topic', 'person', 'place', 'date', 'tag', 'note'] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that come from the article alone, and those that depend on what else is in the library or on its reader. */
export const OWN_FIELDS: readonly Field[] = ['title', 'text', 'source', 'date'];
export const LABEL_FIELDS: readonly Field[] = ['topic', 'person', 'place', 'tag', 'note'];

/** How much more a word counts in one field than in the text. */
export const FIELD_WEIGHT: Readonly<Record<Field, number>> = {
  title: 3,
  text: 1,
  source: 1.5,
  topic: 1.5,
  person: 1,
  place: 1,
  date: 1,
  tag: 1.5,
  note: 1,
};
