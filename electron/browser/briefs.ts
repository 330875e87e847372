import { parseArgument, type BriefDocument, type HostApi, type Paper } from '../api/index.ts';
import { saveRequest } from '../api/schemas.ts';
import { newSecret } from './access.ts';

/** How long an address of a brief may wait for its frame. */
const LIFETIME_MS = 60_000;

export interface PrintableBrief {
  readonly document: BriefDocument;
  readonly paper: Paper;
}

/**
 * The brief that a save request asks for, to be put on paper: whichever format it names, its HTML is printed.
 *
 * @throws SynopticError `invalid-argument`, or what the engine says.
 */
export async function printableBrief(engine: Pick<HostApi, 'brief'>, body: unknown): Promise<PrintableBrief> {
  const request = parseArgument(saveRequest, body);
  return { document: await engine.brief({ ...request, format: 'html' }), paper: request.paper };
}

/** Briefs waiting to be shown in a frame of the page: each under an address that works once, and soon. */
export class WaitingBriefs {
  readonly #waiting = new Map<string, { readonly html: string; readonly timer: NodeJS.Timeout }>();

  /** Returns the path under which the page finds it. */
  add(html: string): string {
    const token = newSecret();
    const timer = setTimeout(() => this.#waiting.delete(token), LIFETIME_MS);
    timer.unref();
    this.#waiting.set(token, { html, timer });
    return `/brief/${token}`;
  }

  take(path: string): string | undefined {
    const token = path.slice('/brief/'.length);
    const brief = this.#waiting.get(token);
    if (!brief) return undefined;
    this.#waiting.delete(token);
    clearTimeout(brief.timer);
    return brief.html;
  }

  clear(): void {
    for (const { timer } of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }
}
