import type { StoryCorrection } from '../../api/index.ts';
import type { Op } from './ops.ts';

/** Changes as a reader would say them, for what can be taken back. */

function articles(count: number): string {
  return count === 1 ? '1 article' : `${count} articles`;
}

/** Articles that the steps change. */
function concerned(ops: readonly Op[]): number {
  return new Set(ops.flatMap((op) => ('articleId' in op && op.kind !== 'seen' ? [op.articleId] : []))).size;
}

export const labels = {
  tag: (tag: string, on: boolean, ops: readonly Op[]) => {
    const count = concerned(ops);
    if (count === 1) return on ? `Tag “${tag}” added` : `Tag “${tag}” removed`;
    return on ? `Tag “${tag}” added to ${articles(count)}` : `Tag “${tag}” taken off ${articles(count)}`;
  },
  renameTag: (from: string, to: string, merged: boolean) =>
    merged ? `Tag “${from}” merged into “${to}”` : `Tag “${from}” renamed to “${to}”`,
  star: (on: boolean, ops: readonly Op[]) => {
    const count = concerned(ops);
    if (count === 1) return on ? 'Star added' : 'Star removed';
    return on ? `Star added to ${articles(count)}` : `Star taken off ${articles(count)}`;
  },
  read: (on: boolean, ops: readonly Op[]) => {
    const count = concerned(ops);
    const what = on ? 'read' : 'unread';
    return count === 1 ? `Marked as ${what}` : `${articles(count)} marked as ${what}`;
  },
  highlight: (noted: boolean) => (noted ? 'Highlight and note added' : 'Highlight added'),
  note: (before: string, after: string) => {
    if (before === '') return 'Note added';
    return after === '' ? 'Note removed' : 'Note changed';
  },
  remove: (noted: boolean) => (noted ? 'Highlight and its note removed' : 'Highlight removed'),
  stories: ({ kind, articleIds }: StoryCorrection) =>
    kind === 'apart'
      ? 'Article set apart from its story'
      : `${articles(articleIds.length)} put into one story`,
} as const;
