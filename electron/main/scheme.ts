import { protocol, type Session } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { BRIEF_POLICY, PAGE_POLICY, PAGE_TYPES, SAFE_HEADERS } from '../api/page-policy.ts';
import type { WaitingBriefs } from './waiting-briefs.ts';

const SCHEME = 'synoptic';
/** The page's host within the scheme; its origin is `synoptic://app`. */
const PAGE_HOST = 'app';
const BRIEF_HOST = 'brief';

export const PAGE_URL = `${SCHEME}://${PAGE_HOST}/index.html`;
export const briefUrl = (token: string): string => `${SCHEME}://${BRIEF_HOST}/${token}`;

/** Whether an address is of our page. Node gives schemes of one's own no origin, hence by parts. */
export function isPageUrl(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === `${SCHEME}:` && url.host === PAGE_HOST;
}

/** To be called before Electron is ready: without `standard` the page would have no origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/**
 * The file that a path of the page names, or null where it names none: `..`, however encoded, NULs,
 * backslashes and types that the page does not consist of lead nowhere.
 */
function pageFile(folder: string, pathname: string): { file: string; type: string } | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const parts = decoded.split('/').filter(Boolean);
  if (parts.some((part) => part.startsWith('.') || /[\\:\0]/.test(part))) return null;
  const file = path.join(folder, ...parts);
  const type = PAGE_TYPES[path.extname(file)];
  return type ? { file, type } : null;
}

function answer(
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, { status, headers: { ...SAFE_HEADERS, ...headers } });
}

/** Serves the page and the briefs that wait to be printed; there is nothing else to be had. */
export function setupScheme(session: Session, folder: string, briefs: WaitingBriefs): void {
  session.protocol.handle(SCHEME, async (request) => {
    const { host, pathname } = new URL(request.url);
    if (request.method !== 'GET') return answer(405, null);
    if (host === BRIEF_HOST) {
      const html = briefs.take(pathname.slice(1));
      return html === undefined
        ? answer(404, null)
        : answer(200, html, {
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': BRIEF_POLICY,
          });
    }
    const found = host === PAGE_HOST ? pageFile(folder, pathname) : null;
    if (!found) return answer(404, null);
    try {
      const body = new Uint8Array(await readFile(found.file));
      return answer(200, body, { 'content-type': found.type, 'content-security-policy': PAGE_POLICY });
    } catch {
      return answer(404, null);
    }
  });
}
