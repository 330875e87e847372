import type { HostileCase, Plan } from './case.ts';
import { HTML_LOADING } from './html-loading.ts';
import { HTML_SCRIPTS } from './html-scripts.ts';
import { MARKDOWN } from './markdown.ts';
import { NAMES } from './names.ts';
import { TEXT } from './text.ts';

export type { HostileCase } from './case.ts';

const GROUPS: Readonly<Record<string, readonly Plan[]>> = {
  'pages with scripts': HTML_SCRIPTS,
  'pages that load': HTML_LOADING,
  Markdown: MARKDOWN,
  texts: TEXT,
  'file names': NAMES,
};

/** The cases of each group, their addresses leading to the trap: `host:port`. */
export function hostileCases(trap: string): ReadonlyMap<string, readonly HostileCase[]> {
  let index = 0;
  return new Map(
    Object.entries(GROUPS).map(([group, plans]) => [group, plans.map((plan) => plan(index++, trap))]),
  );
}

export const GROUP_NAMES: readonly string[] = Object.keys(GROUPS);
