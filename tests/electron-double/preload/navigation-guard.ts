import { post } from './post.ts';

/** The Navigation API, as far as it is used here: the DOM's types do not have it yet. */
interface NavigateEvent extends Event {
  readonly hashChange: boolean;
  readonly downloadRequest: string | null;
  readonly destination: { readonly url: string; readonly sameDocument: boolean };
}

/**
 * Navigations of the page to a `blob:` of its own make no request that could be paused. They are stopped
 * here and put to the guards in the double's process, which may make them.
 */
export function guardBlobs(): void {
  const { navigation } = window as unknown as { readonly navigation: EventTarget };
  navigation.addEventListener('navigate', (event) => {
    const { destination, downloadRequest } = event as NavigateEvent;
    if (downloadRequest !== null || destination.sameDocument || !destination.url.startsWith('blob:')) return;
    event.preventDefault();
    post({ type: 'navigate', url: destination.url });
  });
}
