import type { IncomingMessage, ServerResponse } from 'node:http';
import { SynopticError, type HostApi, type Paper } from '../api/index.ts';
import { BRIEF_POLICY, PAGE_POLICY, SAFE_HEADERS } from '../api/page-policy.ts';
import type { Access } from './access.ts';
import { answer, answerError, answerJson, answerPage, jsonBody, refuse } from './answers.ts';
import { printableBrief, type WaitingBriefs } from './briefs.ts';
import type { StaticFile } from './files.ts';

export interface Routes {
  readonly access: Access;
  readonly engine: Pick<HostApi, 'brief'>;
  readonly page: ReadonlyMap<string, StaticFile>;
  readonly briefs: WaitingBriefs;
  readonly print: (html: string, paper: Paper) => Promise<Uint8Array>;
}

/** Answers one request. Whether it may be answered is decided here, before anything is looked at. */
export async function route(
  routes: Routes,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) if (value) response.setHeader(name, value);
  const { access } = routes;
  const { headers, method } = request;
  // As it was sent: the page asks for its files by their plain names, and nothing else is looked for.
  const [pathname = '', query] = (request.url ?? '').split('?', 2);
  if (!access.isOurHost(headers)) {
    refuse(request, response);
    return;
  }
  const key = new URLSearchParams(query).get('key');
  if (method === 'GET' && pathname === '/' && key !== null && access.isKey(key)) {
    // A redirection, so that the key stays neither in the address bar nor in the history.
    response.writeHead(303, { location: '/', 'set-cookie': access.cookie }).end();
    return;
  }
  if (!access.hasSession(headers) || !access.isOurSite(headers)) {
    refuse(request, response);
    return;
  }
  if (method === 'GET' || method === 'HEAD') show(routes, pathname, method, response);
  else if (method === 'POST') await act(routes, pathname, request, response);
  else answer(response, 405, '', { allow: 'GET, HEAD, POST' });
}

function show(routes: Routes, pathname: string, method: string, response: ServerResponse): void {
  const file = routes.page.get(pathname);
  if (file) {
    answer(response, 200, file.body, { 'content-type': file.type, 'content-security-policy': PAGE_POLICY });
    return;
  }
  const brief = method === 'GET' && pathname.startsWith('/brief/') ? routes.briefs.take(pathname) : undefined;
  if (brief !== undefined) {
    answer(response, 200, brief, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': BRIEF_POLICY,
    });
    return;
  }
  if (pathname === '/favicon.ico') {
    // Every browser asks for one; the page is complete without.
    response.writeHead(204).end();
    return;
  }
  answerPage(response, 404, 'There is nothing here.', 'Go back to <a href="/">your library</a>.');
}

async function act(
  routes: Routes,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (!routes.access.isOurOrigin(request.headers)) {
      throw new SynopticError('not-permitted', 'This request did not come from the page.');
    }
    if (pathname !== '/brief' && pathname !== '/brief.pdf') {
      throw new SynopticError('unknown-method', 'The engine does not know this request.');
    }
    const { document, paper } = await printableBrief(routes.engine, await jsonBody(request));
    if (pathname === '/brief') {
      answerJson(response, 200, { path: routes.briefs.add(document.content) });
      return;
    }
    const pdf = await routes.print(document.content, paper);
    const fileName = document.fileName.replace(/\.[^.]+$/, '.pdf');
    answer(response, 200, pdf, {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    });
  } catch (thrown) {
    // What is left of a body that was not read must not be taken for the next request.
    response.setHeader('connection', 'close');
    answerError(response, thrown);
  }
}
