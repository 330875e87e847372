import { crossing } from './crossing.ts';

/** The page's side of the bridge: it waits for what the preload exposes. */
export function joinPage(secret: string): void {
  if (window === window.top) crossing(secret, 'page', 'preload');
}
