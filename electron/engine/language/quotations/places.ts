import type { Item } from './items.ts';
import { lowerAt } from './phrases.ts';
import type { Attribution } from './verbs.ts';

/** How far is looked for a word around a quotation. */
const REACH = 60;

/** Whether nothing but a conjunction stands between a quotation and what it follows: a sentence's end, another. */
export function isBare(items: readonly Item[], at: number): boolean {
  for (let i = at - 1; i >= 0 && i > at - REACH; i--) {
    const item = items[i];
    if (item?.type === 'quote' || item?.text === '|') return true;
    if (item?.type === 'name') return false;
    if (item?.type === 'word' && !/^(and|but|or|so|then)$/.test(item.lower)) return false;
  }
  return true;
}

/** Whether no word follows a quotation in its sentence. */
export function isLast(items: readonly Item[], at: number): boolean {
  for (let i = at + 1; i < items.length && i < at + REACH; i++) {
    const item = items[i];
    if (item?.text === '|') return true;
    if (item?.type === 'word' || item?.type === 'name') return false;
  }
  return true;
}

/** Whether an attribution stands right before a quotation, but for marks and "that". */
export function standsBeside(items: readonly Item[], { to }: Attribution, at: number): boolean {
  for (let i = to + 1; i < at; i++) {
    const item = items[i];
    if (item?.type === 'mark' ? item.text === '|' : item?.type !== 'word' || item.lower !== 'that')
      return false;
  }
  return true;
}

/**
 * Whether a quotation is part of what somebody is asked, with no verb of speech behind `from` and before it:
 * "told journalists when questioned about a “truce”". Those are the words of whoever asked.
 */
export function isAsked(items: readonly Item[], from: number, at: number): boolean {
  for (let i = at - 1; i > from && i > at - 14; i--) {
    if (!/^(asked|questioned|pressed|quizzed)$/.test(lowerAt(items, i))) continue;
    return (
      i === 0 || items[i - 1]?.text === '|' || /^(when|if|after|as|while|being)$/.test(lowerAt(items, i - 1))
    );
  }
  return false;
}
