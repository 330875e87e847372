import type { FacetName, Filters } from '../../electron/api/index.ts';

/** The facets in the order in which they are shown, with their headings and how many values show at first. */
export const FACETS: readonly {
  readonly name: FacetName;
  readonly heading: string;
  readonly first: number;
}[] = [
  { name: 'topic', heading: 'Topics', first: 6 },
  { name: 'person', heading: 'People', first: 4 },
  { name: 'place', heading: 'Places', first: 3 },
  { name: 'source', heading: 'Sources', first: 3 },
  { name: 'year', heading: 'Dates', first: 3 },
  { name: 'language', heading: 'Languages', first: 3 },
  { name: 'tag', heading: 'Your tags', first: 6 },
  { name: 'mark', heading: 'Marks', first: 4 },
];

/** Values chosen in all facets together. */
export function chosenCount(filters: Filters): number {
  return Object.values(filters.values).reduce((count, values) => count + values.length, 0);
}

/** The filters with one value chosen that was not, or not chosen that was. */
export function toggled(filters: Filters, facet: FacetName, value: string): Filters {
  const before = filters.values[facet] ?? [];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  const values = Object.fromEntries(
    Object.entries({ ...filters.values, [facet]: after }).filter(([, chosen]) => chosen.length > 0),
  );
  return { ...filters, values };
}
