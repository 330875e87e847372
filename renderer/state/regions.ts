/** The parts of the page that F6 goes round, in their order on it. */
const REGION = '[data-region]';
const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), [tabindex]:not([tabindex="-1"])';

/** Moves the focus to the next region, or the one before, and back to where it last was in there. */
export function goToRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>(REGION)].filter(
    (region) => region.checkVisibility() && region.closest('[inert]') === null,
  );
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(at + step + regions.length) % regions.length] ?? regions[0];
  if (next) enter(next);
}

const last = new WeakMap<Element, WeakRef<HTMLElement>>();

/** Remembers where the focus was in each region. */
export function noteFocus(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const region = target.closest(REGION);
  if (region) last.set(region, new WeakRef(target));
}

function enter(region: HTMLElement): void {
  const before = last.get(region)?.deref();
  const target =
    before && region.contains(before) && before.checkVisibility()
      ? before
      : [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find((element) => element.checkVisibility());
  (target ?? region).focus();
}
